using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Applications;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Applications;

/// <summary>One line of what is asked and what is stated. <paramref name="Met"/> is null while nothing was stated.</summary>
public sealed record ConditionLine(string Field, string Name, string Requirement, string Fact, string Remark, bool? Met);

/// <summary>An application as lines: the scheme's conditions, its size rule, and what the committee resolved.</summary>
internal static class ConditionLines
{
    public static IReadOnlyList<ConditionLine> Of(ApplicationDetail.View a, IStringLocalizer<ApplicationTexts> t)
    {
        var (form, size) = (a.Form, a.Rules.Size);
        var binds = a.Rules.SizeBinds(a.SiteIsGroup);
        return
        [
            .. a.Rules.Conditions.Select(c => (Condition: c, Answer: form.AnswerTo(c.Key))).Select(c => new ConditionLine(
                c.Condition.Key, c.Condition.Name.Shown(), c.Condition.Requirement.Shown(), c.Answer?.Fact ?? "", c.Answer?.Remark ?? "", c.Answer?.Met)),
            new(nameof(form.Households), t["Field.Households"], binds ? t["AtLeastHouseholds", size!.Households] : t["NotBinding"],
                Counted(form.Households, binds ? size!.Households : 0, t, "Households"), "", form.Households == 0 ? null : !binds || form.Households >= size!.Households),
            new(nameof(form.People), t["Field.People"], binds ? t["AtLeastPeople", size!.People] : t["NotBinding"],
                Counted(form.People, binds ? size!.People : 0, t, "People"), "", form.People == 0 ? null : !binds || form.People >= size!.People),
            Stated(nameof(form.ResolutionOn), form.ResolutionOn?.Day() ?? "", t),
            Stated(nameof(form.ResolutionNumber), form.ResolutionNumber, t),
            Stated(nameof(form.Cadre), form.Cadre, t),
            new(ApplicationForm.Papers, t["Field.Papers"], "", "", "", a.Files.Any(f => f.Slot == ApplicationForm.Papers) ? true : null),
        ];
    }

    /// <summary>How a field is called on the page.</summary>
    public static string NameOf(ApplicationDetail.View a, string field, IStringLocalizer<ApplicationTexts> t) =>
        a.Rules.Conditions.FirstOrDefault(c => c.Key == field)?.Name.Shown() ?? t[$"Field.{field}"];

    private static string Counted(int stated, int needed, IStringLocalizer<ApplicationTexts> t, string unit) =>
        stated == 0 ? "" : stated >= needed ? t[unit, stated.Grouped()]
        : $"{t[unit, stated.Grouped()].Value} · {t[$"Short{unit}", (needed - stated).Grouped()].Value}";

    private static ConditionLine Stated(string field, string value, IStringLocalizer<ApplicationTexts> t) =>
        new(field, t[$"Field.{field}"], t["Required"], value, "", string.IsNullOrWhiteSpace(value) ? null : true);
}
