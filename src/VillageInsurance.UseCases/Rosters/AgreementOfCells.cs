using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What the cells of one row say of each other. Birth date and sex stand in the ID number, too: where they differ somebody decides, where the cell is empty nothing is missing.</summary>
internal static class AgreementOfCells
{
    public static void Check(RosterLine line, DateOnly today)
    {
        ref var birth = ref line[RosterField.BirthDate];
        var id = line.Known(RosterField.IdNumber);
        if (birth is { Handling: RosterHandling.Ask, Reason: RosterReason.DateMissing } && id is not null) birth = CellReading.Clean("");
        if (DateCell.DayOf(birth.Value) > today) birth = CellReading.Ask(RosterReason.DateFuture);
        if (id is null) return;
        if (DateCell.DayOf(birth.Value) is { } day && day != KnownFacts.BirthOf(id)) birth = CellReading.Ask(RosterReason.BirthNotOfId);
        if (SexCell.Of(line[RosterField.Sex].Value) is { } sex && sex != SexOf(id)) line[RosterField.Sex] = CellReading.Ask(RosterReason.SexNotOfId);
    }

    /// <summary>The sex that a whole ID number holds: its seventeenth digit is odd for men.</summary>
    public static Sex SexOf(string idNumber) => (idNumber[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;
}
