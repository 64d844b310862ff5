namespace VillageInsurance.Web.Shared;

/// <summary>A place above this page.</summary>
public sealed record Crumb(string Name, string Href);
