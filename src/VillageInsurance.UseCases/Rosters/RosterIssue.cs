namespace VillageInsurance.UseCases.Rosters;

/// <summary>A line of the list of problems.</summary>
/// <param name="File">The file, without its folder.</param>
/// <param name="Row">The row as the sheet counts it, from 1; null when the whole file is meant.</param>
/// <param name="Column">The column's header; empty when the whole row is meant.</param>
/// <param name="Handling">Fixed, asks or refused.</param>
/// <param name="Value">The clean value, or the likeliest answer; empty when there is none.</param>
/// <param name="Reason">Why, as a code that stays the same.</param>
public sealed record RosterIssue(string File, long? Row, string Column, RosterHandling Handling, string Value, string Reason);
