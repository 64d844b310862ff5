namespace VillageInsurance.Web.Shared;

/// <summary>One thing that happened, with its time as it is shown.</summary>
public sealed record TrailStep(string What, string When, string? Detail = null, TrailKind Kind = TrailKind.Done);

/// <summary>Done, sent back, or still to come.</summary>
public enum TrailKind { Done, Back, Open }
