using VillageInsurance.Domain.Papers;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>监督员聘书: who is appointed for how long, and to do what.</summary>
internal static class AppointmentLetterPaper
{
    public sealed record Values(string? Number, string Name, string Committee, string Place, DateOnly From, DateOnly To, IReadOnlyList<string> Duties, string Appointer, DateOnly? On);

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["name"] = v.Name,
        ["committee"] = v.Committee,
        ["place"] = v.Place,
        ["term"] = Words.Days(v.From, v.To),
        ["appointer"] = v.Appointer,
        ["date"] = Words.Day(v.On),
    }.With("duties", v.Duties.Select((text, i) => PaperValues.Row(("no", $"{i + 1}"), ("text", text)))).Content(PaperKind.AppointmentLetter, of);
}
