/**
 * What companies append to their name to say what they are, folded as `foldedName` folds: lower case, no accents, no
 * dots, ae for ä and so on already undone. Words stand apart by spaces.
 */
export const companyForms: readonly string[] = [
  // English
  ...'ltd limited inc incorporated llc llp lp pllc plc corp corporation co company cic group holding holdings'.split(
    ' ',
  ),
  ...['private limited', 'pvt ltd', 'pty ltd', 'pte ltd', 'co ltd', 'pty', 'pte', 'pvt'],
  // German, Dutch, Nordic
  ...'gmbh ag kg kgaa ohg gbr ug ev eg ek se mbh bv nv vof ab as asa aps oy oyj hf ehf gruppe'.split(' '),
  'ug haftungsbeschrankt',
  // French, Italian, Spanish, Portuguese, Romanian
  ...'sa sas sasu sarl eurl snc sca srl spa sapa sl slu slne ltda lda eireli cia groupe grupo gruppo'.split(' '),
  ...['sa de cv', 's en c', 's a r l', 'y cia'],
  // Central and Eastern Europe, Turkey
  ...'sro spzoo spj spk kft zrt nyrt bt doo dd dooel ood eood ad uab oaro sia ooo oao zao pao ооо оао зао пао ао ип тоо'.split(
    ' ',
  ),
  ...['sp z oo', 'sp j', 'sp k', 's ro', 'ltd sti', 'sti', 'anonim sirketi'],
  // Asia, Middle East
  ...'kk gk yk tbk fze fzco fzc wll bsc dmcc jsc bhd berhad'.split(' '),
  ...['sdn bhd', 'godo kaisha', 'kabushiki kaisha', 'fz llc'],
]

/** What companies put before their name. */
export const leadingForms: readonly string[] = [
  ...'the ab oy pt ooo oao zao pao ооо оао зао пао ао ип тоо uab sia grupo gruppo groupe'.split(' '),
  ...['kabushiki kaisha', 'cong ty tnhh', 'cong ty co phan', 'cong ty'],
]

/** What ends names written without spaces, longest first. */
export const unspacedForms: readonly string[] = [
  '集团股份有限公司',
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '控股有限公司',
  '有限合伙企业',
  '股份公司',
  '有限公司',
  '集团公司',
  '总公司',
  '集团',
  '控股',
  '公司',
  '(中国)',
  '(集团)',
  '(有限合伙)',
  '(普通合伙)',
  '(控股)',
  '(股份)',
  '(china)',
  '(cn)',
  '(group)',
]

/** What begins or ends names in Japanese and Korean. */
export const eitherSideForms: readonly string[] = [
  ...['株式会社', '有限会社', '合同会社', '合资会社', '合名会社', '(株)', '(有)', '(合)'],
  ...['주식회사', '유한회사', '(주)', '(유)'],
]
