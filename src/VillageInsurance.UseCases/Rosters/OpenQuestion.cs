namespace VillageInsurance.UseCases.Rosters;

/// <summary>A cell that somebody has to decide, and what its row says for certain besides.</summary>
internal sealed class OpenQuestion(Finding finding, KnownFacts facts, string said)
{
    // How much a fact that agrees speaks for somebody: a policy or an ID number names him, a household nearly, a name hardly.
    private const int Certain = 100, Strong = 60, Fair = 20, Weak = 5;

    public Finding Finding => finding;

    /// <summary>What the cell says.</summary>
    public string Said => said;

    public KnownFacts Facts => facts;

    /// <summary>Takes the answer that these facts give, unless anything in them speaks against it.</summary>
    public void Consider(KnownFacts known)
    {
        if (Answer(known) is not { } answer || Contradicts(known)) return;
        var weight = WeightOf(known);
        if (weight >= Fair) finding.Propose(answer, weight);
    }

    private string? Answer(KnownFacts known) => finding.Field switch
    {
        RosterField.Name => known.Name,
        RosterField.IdNumber when finding.Reason == RosterReason.IdMissing => known.IdNumber,
        RosterField.BirthDate => OfMonth(known.BirthDate),
        RosterField.IssueDate => OfMonth(known.IssueDate),
        RosterField.HouseholdNo => known.HouseholdNo,
        _ => null,
    };

    // The month that the cell does name must be the answer's.
    private string? OfMonth(DateOnly? day) => day is { } known && (finding.Reason != RosterReason.DateNoDay || DateCell.Month(said) is not { } month || month == (known.Year, known.Month)) ? DateCell.Text(known) : null;

    private bool Contradicts(KnownFacts known) =>
        Differs(facts.Name, known.Name) || Differs(facts.IdNumber, known.IdNumber)
        || finding.Field != RosterField.BirthDate && facts.BirthDate is { } birth && known.BirthDate is { } other && birth != other
        || facts.Sex is { } sex && known.Sex is { } theirs && sex != theirs;

    private int WeightOf(KnownFacts known) =>
        (Agrees(facts.PolicyNo, known.PolicyNo) ? Certain : 0) + (Agrees(facts.IdNumber, known.IdNumber) ? Certain : 0) + (Agrees(facts.HouseholdNo, known.HouseholdNo) ? Strong : 0)
        + (Agrees(facts.Name, known.Name) ? Fair : 0) + (facts.BirthDate is { } birth && birth == known.BirthDate ? Fair : 0) + (Agrees(facts.Village, known.Village) ? Weak : 0);

    private static bool Differs(string? one, string? other) => one is not null && other is not null && one != other;

    private static bool Agrees(string? one, string? other) => one is not null && one == other;
}
