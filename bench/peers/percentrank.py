"""LibreOffice Calc: a column of values and one PERCENTRANK beside each, recalculated without a window.

One line in, "percentrank"; one line out: the milliseconds of one recalculation and the sum of its results.
"""
import json
import subprocess
import sys
import tempfile
import time
from array import array
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

values = array("d", (Path(sys.argv[1]) / "ranked.f64").read_bytes())
with tempfile.TemporaryDirectory() as profile:
    pipe = f"tiersheet-bench-{Path(profile).name}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.25)
        desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        hidden = PropertyValue(Name="Hidden", Value=True)
        book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
        book.enableAutomaticCalculation(False)
        sheet = book.Sheets.getByIndex(0)
        rows = len(values)
        sheet.getCellRangeByName(f"A1:A{rows}").setDataArray(tuple((value,) for value in values))
        ranks = sheet.getCellRangeByName(f"B1:B{rows}")
        ranks.setFormulaArray(tuple((f"=PERCENTRANK(A$1:A${rows};A{row})",) for row in range(1, rows + 1)))
        print(json.dumps(["percentrank"]), flush=True)
        for _ in sys.stdin:
            started = time.perf_counter()
            book.calculateAll()
            ms = (time.perf_counter() - started) * 1000
            print(json.dumps({"ms": ms, "figure": sum(row[0] for row in ranks.getDataArray())}), flush=True)
        book.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()
