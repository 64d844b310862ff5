using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>驻村服务员登记表: recommendation, the four points looked at, trainings, registration and assignment.</summary>
internal static class AgentRegistrationPaper
{
    /// <param name="Violations">Empty for none.</param>
    public sealed record Values(string? Number, DateOnly? On, string Name, string Place, string? Unit, bool FullTime, string RecommendedBy, DateOnly? RecommendedOn, string? Registration,
        DateOnly? RegisteredFrom, DateOnly? RegisteredTo, DateOnly? AssignedOn, string Area, string Violations,
        IReadOnlyList<(string Point, string Finding, bool Met)> Vetting, IReadOnlyList<(DateOnly On, string Topic, int Hours, string Result)> Trainings, IReadOnlyList<PaperSigner> Signers);

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["date"] = Words.Day(v.On),
        ["name"] = v.Name,
        ["place"] = v.Place,
        ["unit"] = v.Unit,
        ["fullTime"] = v.FullTime ? Words.FullTime : Words.PartTime,
        ["recommendedBy"] = v.RecommendedBy,
        ["recommendedOn"] = Words.Day(v.RecommendedOn),
        ["registration"] = v.Registration,
        ["registrationTerm"] = v is { RegisteredFrom: { } from, RegisteredTo: { } to } ? Words.Days(from, to) : "",
        ["assignedOn"] = Words.Day(v.AssignedOn),
        ["area"] = v.Area,
        ["violations"] = v.Violations,
    }
        .With("vetting", v.Vetting.Select(p => PaperValues.Row(("point", p.Point), ("finding", p.Finding), ("verdict", p.Met ? Words.Met : Words.Unmet))))
        .With("trainings", v.Trainings.Select(t => PaperValues.Row(("date", Words.Day(t.On)), ("topic", t.Topic), ("hours", $"{t.Hours}"), ("result", t.Result))))
        .With("signers", PaperSigner.Rows(v.Signers)).Content(PaperKind.AgentRegistration, of);
}
