using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Web.Applications;

/// <summary>The application's form while somebody types into it; also the shape of its draft.</summary>
public sealed class FormModel
{
    public int? Households { get; set; }
    public int? People { get; set; }
    public DateOnly? ResolutionOn { get; set; }
    public string ResolutionNumber { get; set; } = "";
    public string Cadre { get; set; } = "";
    public List<Answer> Conditions { get; set; } = [];

    /// <summary>What is typed for one condition.</summary>
    public sealed class Answer
    {
        public string Key { get; set; } = "";
        public bool? Met { get; set; }
        public string Fact { get; set; } = "";
        public string Remark { get; set; } = "";
    }

    public static FormModel Of(ApplicationForm form, SchemeRules rules) => new()
    {
        Households = form.Households == 0 ? null : form.Households,
        People = form.People == 0 ? null : form.People,
        ResolutionOn = form.ResolutionOn,
        ResolutionNumber = form.ResolutionNumber,
        Cadre = form.Cadre,
        Conditions = [.. rules.Conditions.Select(c => form.AnswerTo(c.Key) ?? new(c.Key, null, "", ""))
            .Select(a => new Answer { Key = a.Key, Met = a.Met, Fact = a.Fact, Remark = a.Remark })],
    };

    public ApplicationForm ToForm() => new(Households ?? 0, People ?? 0,
        [.. Conditions.Select(c => new ConditionAnswer(c.Key, c.Met, c.Fact.Trim(), c.Remark.Trim()))], ResolutionOn, ResolutionNumber.Trim(), Cadre.Trim());
}
