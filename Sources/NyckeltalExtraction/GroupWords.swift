/// Words for parts of the population, by which figures are broken down.
enum GroupWords {
  static let patterns = [
    "kvinnor", "män", "kvinnorna", "männen", "kvinnornas", "männens", "flickor", "pojkar", "tjejer",
    "killar", "utrikesfödda",
    "utrikes_födda", "inrikes_födda", "inrikesfödda", "nyanlända", "unga", "ungdomar",
    "ungdomarna", "barn", "långtidsarbetslösa", "utrikesfödda_kvinnor", "utrikes_födda_kvinnor",
    "utrikesfödda_män", "utrikes_födda_män", "unga_kvinnor", "unga_män", "unga_vuxna",
    "nyanlända_kvinnor", "anhöriginvandrare", "ensamstående", "barnfamiljer", "föräldralediga",
    "personer_med_funktionsnedsättning", "akademiker", "småbarnsföräldrar",
  ]
}
