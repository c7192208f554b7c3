"""The usual way in pandas, numpy and scipy, on the data that the bench wrote into the folder given.

One line in, the name of a work; one line out: its milliseconds and a figure of its result by which both sides agree.
"""
import json
import sys
import time
from operator import attrgetter
from pathlib import Path

import numpy as np
import pandas as pd

folder = Path(sys.argv[1])
SEGMENTS = {}
for name, rs, fs in [
    ("Champions", "5", "45"), ("Loyal Customers", "34", "45"), ("Potential Loyalists", "45", "23"),
    ("New Customers", "5", "1"), ("Promising", "4", "1"), ("Need Attention", "3", "3"), ("About To Sleep", "3", "12"),
    ("At Risk", "12", "34"), ("Can't Lose Them", "12", "5"), ("Hibernating", "12", "12"),
]:
    SEGMENTS.update({r + f: name for r in rs for f in fs if r + f not in SEGMENTS})


def orders(name):
    """The rows as read_csv leaves them in memory: ids as text, dates as datetime64."""
    return pd.read_csv(folder / f"{name}.csv", parse_dates=["date"])


def rfm(df):
    as_of = df["date"].max() + pd.Timedelta(days=1)
    table = df.groupby("customer").agg(
        last=("date", "max"), frequency=("date", "count"), monetary=("amount", "sum")
    )
    table["recency"] = (as_of - table["last"]).dt.days
    table["R"] = pd.qcut(table["recency"], 5, labels=[5, 4, 3, 2, 1])
    table["F"] = pd.qcut(table["frequency"].rank(method="first"), 5, labels=[1, 2, 3, 4, 5])
    table["M"] = pd.qcut(table["monetary"], 5, labels=[1, 2, 3, 4, 5])
    rf = table["R"].astype(str) + table["F"].astype(str)
    table["RFM"] = rf + table["M"].astype(str)
    table["segment"] = rf.map(SEGMENTS)
    return table


def rfm_figure(table):
    scores = table["R"].astype(int).sum() + table["M"].astype(int).sum()
    return float(scores + table["frequency"].sum() + table["monetary"].sum())


def cohort(df):
    month = df["date"].dt.to_period("M")
    first = df.groupby("customer")["date"].transform("min").dt.to_period("M")
    each = pd.DataFrame({"customer": df["customer"], "cohort": first, "month": month})
    counts = each.groupby(["cohort", "month"]).agg(customers=("customer", "nunique")).reset_index()
    counts["age"] = (counts["month"] - counts["cohort"]).apply(attrgetter("n"))
    matrix = counts.pivot_table(index="cohort", columns="age", values="customers")
    return matrix.divide(matrix.iloc[:, 0], axis=0)


def weighted_score(data, weights, directions):
    signed = data * directions
    low = signed.min()
    scaled = (signed - low) / (signed.max() - low) * 100
    return (scaled * weights).sum(axis=1) / (scaled.notna() * weights).sum(axis=1)


def bgnbd_fit(x, t_x, T):
    """Maximum likelihood by L-BFGS-B on log parameters, with the gradient; equal customers are counted once."""
    from scipy.optimize import minimize
    from scipy.special import digamma, gammaln

    (x, t_x, T), n = np.unique(np.vstack([x, t_x, T]), axis=1, return_counts=True)
    repeat = x > 0

    def negative(logs):
        r, alpha, a, b = np.exp(logs)
        late = -(r + x) * np.log(alpha + T)
        died = np.where(repeat, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t_x), -np.inf)
        both = np.logaddexp(late, died)
        ll = (gammaln(r + x) - gammaln(r) + r * np.log(alpha)
              + gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x) + both)
        dead = np.exp(died - both)
        alive = 1 - dead
        g_r = digamma(r + x) - digamma(r) + np.log(alpha) - alive * np.log(alpha + T) - dead * np.log(alpha + t_x)
        g_alpha = r / alpha - (r + x) * (alive / (alpha + T) + dead / (alpha + t_x))
        g_a = digamma(a + b) - digamma(a + b + x) + dead / a
        g_b = (digamma(a + b) - digamma(a + b + x) + digamma(b + x) - digamma(b)
               - dead / (b + np.maximum(x, 1) - 1))
        gradient = np.array([(n * g_r).sum() * r, (n * g_alpha).sum() * alpha, (n * g_a).sum() * a, (n * g_b).sum() * b])
        return -(n * ll).sum(), -gradient

    return minimize(negative, np.zeros(4), jac=True, method="L-BFGS-B", options={"ftol": 1e-13, "gtol": 1e-6}).fun


def expected_orders(x, t_x, T, r=0.243, alpha=4.414, a=0.793, b=2.426, t=39):
    """Fader, Hardie and Lee (2005), equation 10."""
    from scipy.special import hyp2f1

    z = t / (alpha + T + t)
    grown = 1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hyp2f1(r + x, b + x, a + b + x - 1, z)
    died = (x > 0) * a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + t_x)) ** (r + x)
    return (a + b + x - 1) / (a - 1) * grown / (1 + died)


def works():
    found = {}
    for name in ("million", "hundred-thousand"):
        df = orders(name)
        found[f"rfm {name}"] = (lambda df=df: rfm(df), rfm_figure)
        found[f"cohort {name}"] = (lambda df=df: cohort(df), lambda rates: float(np.nansum(rates.to_numpy())))
    scores = pd.DataFrame(np.fromfile(folder / "indicators.f64").reshape(-1, 5))
    weights, directions = np.array([5.0, 4, 3, 2, 1]), np.array([1, 1, 1, -1, -1])
    found["weighted score"] = (lambda: weighted_score(scores, weights, directions), lambda column: float(column.sum()))
    try:
        import scipy  # noqa: F401
    except ImportError:
        return found
    histories = np.fromfile(folder / "histories.f64").reshape(3, -1)
    found["expected orders"] = (lambda: expected_orders(*histories), lambda column: float(column.sum()))
    if (folder / "cdnow.f64").exists():
        cdnow = np.fromfile(folder / "cdnow.f64").reshape(3, -1)
        found["bgnbd fit"] = (lambda: bgnbd_fit(*cdnow), lambda negative: -float(negative))
    return found


ready = works()
print(json.dumps(sorted(ready)), flush=True)
for line in sys.stdin:
    work, figure = ready[line.strip()]
    started = time.perf_counter()
    result = work()
    ms = (time.perf_counter() - started) * 1000
    print(json.dumps({"ms": ms, "figure": figure(result)}), flush=True)
