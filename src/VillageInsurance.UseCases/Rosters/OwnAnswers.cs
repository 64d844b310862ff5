namespace VillageInsurance.UseCases.Rosters;

/// <summary>Answers that stand in the row itself: they come before those of any other row.</summary>
internal static class OwnAnswers
{
    public static void Propose(Finding finding, RosterLine line, VillageNames villages)
    {
        var id = line.Known(RosterField.IdNumber);
        if (finding.Field == RosterField.BirthDate && KnownFacts.BirthOf(id) is { } birth) finding.Propose(DateCell.Text(birth), Finding.FromOwnRow);
        if (finding.Field == RosterField.Sex && id is not null) finding.Propose(SexCell.Text(AgreementOfCells.SexOf(id)), Finding.FromOwnRow);
        // Only where the row says the head's name itself: a household may have a second head further down.
        var isFirst = line.Said(RosterField.HeadName).Length > 0 && RosterWords.Own.Heads[0] == line[RosterField.Relation].Value;
        if (finding.Reason == RosterReason.NameMissing && isFirst && line.Known(RosterField.HeadName) is { } head) finding.Propose(head, Finding.FromOwnRow);
        if (finding.Field == RosterField.Village)
            foreach (var (place, name) in villages.Candidates(line.Said(RosterField.Village)).Index()) finding.Propose(name, Finding.FromOwnRow + VillageNames.MostCandidates - place);
    }
}
