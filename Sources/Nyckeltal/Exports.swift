// An embedding program imports Nyckeltal alone.
@_exported public import NyckeltalExtraction
@_exported public import NyckeltalMinutes
@_exported public import NyckeltalModel
@_exported public import NyckeltalQuantities
@_exported public import NyckeltalReports
@_exported public import NyckeltalReview
@_exported public import NyckeltalSpreadsheet
@_exported public import NyckeltalStore
@_exported public import NyckeltalText
