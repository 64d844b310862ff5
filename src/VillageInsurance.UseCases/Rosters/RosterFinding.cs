using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What was found in a cell or row of an uploaded roster, and how it was decided.</summary>
[PersonTable]
internal sealed class RosterFinding(Guid id, Guid villageId, Guid? groupId, Guid batchId, int round, short sheet, int row, RosterField? field, string header, RosterHandling handling, RosterReason reason, bool hasAnswer, byte[] cells)
    : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The group that the roster lists; null for the whole village.</summary>
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The roster.</summary>
    [NotPersonal] public Guid BatchId { get; private init; } = batchId;

    /// <summary>The check that found it.</summary>
    [NotPersonal] public int Round { get; private init; } = round;

    /// <summary>The sheet, from 0.</summary>
    [NotPersonal] public short Sheet { get; private init; } = sheet;

    /// <summary>The row, from 1.</summary>
    [NotPersonal] public int Row { get; private init; } = row;

    /// <summary>What the cell holds; null when the whole row is meant.</summary>
    [NotPersonal] public RosterField? Field { get; private init; } = field;

    /// <summary>The column's header.</summary>
    [NotPersonal] public string Header { get; private init; } = header;

    /// <summary>Fixed, asks, refused, or another value than the register's.</summary>
    [NotPersonal] public RosterHandling Handling { get; private init; } = handling;

    /// <summary>Why.</summary>
    [NotPersonal] public RosterReason Reason { get; private init; } = reason;

    /// <summary>Whether an answer is proposed.</summary>
    [NotPersonal] public bool HasAnswer { get; private init; } = hasAnswer;

    /// <summary>Sealed: what the cell says, what was made of it, and what is proposed (<see cref="RosterCells"/>).</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[] Cells { get; private init; } = cells;

    /// <summary>How it was decided.</summary>
    [NotPersonal] public RosterDecision Decision { get; private set; }

    /// <summary>Sealed: a value that was typed instead of the proposed one; null where that was adopted.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[]? Typed { get; private set; }

    /// <summary>Decides it, or takes the decision back. Refused: a number left for later where none is missing, or where its person is registered elsewhere.</summary>
    public void Decide(RosterDecision decision, byte[]? typed)
    {
        Require(decision != RosterDecision.Temporary || Field == RosterField.IdNumber && Reason != RosterReason.IdElsewhere, RosterRule.OnlyANumberIsLeftForLater);
        (Decision, Typed) = (decision, typed);
    }
}

/// <summary>How an open question was decided.</summary>
public enum RosterDecision
{
    /// <summary>Not yet.</summary>
    Open = 0,

    /// <summary>A value: the proposed or the typed one.</summary>
    Value = 1,

    /// <summary>The village is to complete it; the row waits.</summary>
    SentBack = 2,

    /// <summary>The person is registered without a number for now.</summary>
    Temporary = 3,
}

/// <summary>What a finding's cell says, the clean value or likeliest answer, up to three answers, and whose row it is.</summary>
internal sealed record RosterCells(string Said, string Value, IReadOnlyList<string> Candidates, string Name);

/// <summary>What a roster replaced in the register, so that it can be put back.</summary>
[PersonTable]
internal sealed class RosterChange(Guid id, Guid villageId, Guid? groupId, Guid batchId, string record, Guid recordId, int seenVersion, string old) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The group that the roster lists; null for the whole village.</summary>
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The roster.</summary>
    [NotPersonal] public Guid BatchId { get; private init; } = batchId;

    /// <summary>Its table.</summary>
    [NotPersonal] public string Record { get; private init; } = record;

    /// <summary>The record.</summary>
    [NotPersonal] public Guid RecordId { get; private init; } = recordId;

    /// <summary>The version that the roster left; another one was edited since.</summary>
    [NotPersonal] public int SeenVersion { get; private init; } = seenVersion;

    /// <summary>What stood there, as JSON.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string Old { get; private init; } = old;
}

/// <summary>How the columns of a village's or group's lists with this header were corrected; remembered for the next one.</summary>
internal sealed class RosterRecipe(Guid id, Guid villageId, Guid? groupId, string headerHash, IReadOnlyList<RosterColumn> columns) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The group, where its lists are read apart from the village's.</summary>
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>SHA-256 of the headers, in hexadecimal.</summary>
    public string HeaderHash { get; private init; } = headerHash;

    /// <summary>What each holds.</summary>
    public IReadOnlyList<RosterColumn> Columns { get; private set; } = columns;

    /// <summary>Corrected anew.</summary>
    public void Correct(IReadOnlyList<RosterColumn> columns) => Columns = columns;
}
