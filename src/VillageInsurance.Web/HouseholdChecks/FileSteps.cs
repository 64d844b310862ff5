using Microsoft.Extensions.Localization;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.HouseholdChecks;

/// <summary>The rounds of a file as a trail, newest first.</summary>
internal static class FileSteps
{
    public static IEnumerable<TrailStep> Of(IReadOnlyList<CheckDetail.Round> rounds, IStringLocalizer<CheckTexts> texts) => rounds.Reverse().SelectMany(r => StepsOf(r, texts));

    private static IEnumerable<TrailStep> StepsOf(CheckDetail.Round round, IStringLocalizer<CheckTexts> texts)
    {
        if (round.IsApproved is { } approved)
        {
            var fields = string.Join(texts["Separator"], round.Fields.Select(f => texts[$"Field.{f}"].Value));
            yield return new(texts[approved ? "ApprovedEvent" : "ReturnedEvent"], LocalTime.Minute(round.DecidedAt!.Value),
                string.Join(" · ", new[] { round.DecidedBy, round.Opinion, fields }.Where(s => !string.IsNullOrEmpty(s))), approved ? TrailKind.Done : TrailKind.Back);
        }
        yield return new(texts["Round", round.Number], LocalTime.Minute(round.At), round.By);
    }
}
