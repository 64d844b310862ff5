using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A list of the insurer that was uploaded: policies, payments, claims or all of them. Nothing of it stands in the register before somebody has it taken; what asks stays until it is decided.</summary>
internal sealed class InsurerList(Guid id, string fileName, string fileHash, Guid staffId, DateTimeOffset at) : Entity(id)
{
    /// <summary>What the sender calls the file.</summary>
    public string FileName { get; private init; } = fileName;

    /// <summary>SHA-256 of the file, in hexadecimal: the same file again is recognised.</summary>
    public string FileHash { get; private init; } = fileHash;

    /// <summary>Who uploaded it.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Where it stands.</summary>
    public InsurerListState State { get; private set; } = InsurerListState.Checking;

    /// <summary>The job that works on it, or did last.</summary>
    public Guid JobId { get; private set; } = id;

    /// <summary>Why the file is not read; null when it is.</summary>
    public FileFault? Fault { get; private set; }

    /// <summary>Which reading its questions are of.</summary>
    public int Round { get; private set; }

    /// <summary>What the last reading counted.</summary>
    public InsurerListCounts Counts { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>When its rows were first taken; null before.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>Is to be read again, to check or to take. Refused while a job works on it, and for a file that is not read.</summary>
    public void Await(Guid jobId, bool toTake)
    {
        Require(State == InsurerListState.Ready, InsurerListRule.OnlyACheckedListGoesOn);
        (JobId, State) = (jobId, toTake ? InsurerListState.Taking : InsurerListState.Checking);
    }

    /// <summary>It was read; "taken" says whether its rows were written.</summary>
    public void Read(InsurerListCounts counts, bool taken, DateTimeOffset at) =>
        (State, Round, Counts, Fault, TakenAt) = (InsurerListState.Ready, Round + 1, counts, null, taken ? TakenAt ?? at : TakenAt);

    /// <summary>The file is not read.</summary>
    public void RefusedFor(FileFault fault) => (State, Fault) = (InsurerListState.Refused, fault);

    /// <summary>Work on it broke off; it stands where it stood before.</summary>
    public void BrokeOff() => State = State == InsurerListState.Checking && Round == 0 ? InsurerListState.Refused : State is InsurerListState.Checking or InsurerListState.Taking ? InsurerListState.Ready : State;
}

/// <summary>Rows of a list by what becomes of them.</summary>
public sealed record InsurerListCounts(int Added, int Changed, int Unchanged, int Asks, int Refused)
{
    /// <summary>All rows.</summary>
    public int Rows => Added + Changed + Unchanged + Asks + Refused;

    /// <summary>Rows that are new or different.</summary>
    public int Taken => Added + Changed;

    internal static InsurerListCounts Of(IReadOnlyList<RowResult> results)
    {
        int Count(RowOutcome outcome) => results.Count(r => r.Outcome == outcome);
        return new(Count(RowOutcome.Added), Count(RowOutcome.Changed), Count(RowOutcome.Unchanged), Count(RowOutcome.Asks), Count(RowOutcome.Refused));
    }
}

/// <summary>Where a list stands.</summary>
public enum InsurerListState { Checking, Ready, Taking, Refused }

/// <summary>What lists hold to.</summary>
public enum InsurerListRule
{
    /// <summary>Only what was read and is not being worked on goes on.</summary>
    OnlyACheckedListGoesOn,

    /// <summary>A choice is one of those that were offered.</summary>
    OnlyACandidateIsChosen,
}

/// <summary>A row of a list that asks or is refused, and what was chosen.</summary>
[PersonTable]
internal sealed class InsurerListQuestion(Guid id, Guid listId, int round, short sheet, int row, RowOutcome outcome, RosterField? field, string why, byte[] cells) : Entity(id)
{
    /// <summary>The list.</summary>
    [NotPersonal] public Guid ListId { get; private init; } = listId;

    /// <summary>The reading that found it.</summary>
    [NotPersonal] public int Round { get; private init; } = round;

    /// <summary>The sheet, from 0.</summary>
    [NotPersonal] public short Sheet { get; private init; } = sheet;

    /// <summary>The row, from 1.</summary>
    [NotPersonal] public int Row { get; private init; } = row;

    /// <summary>Asks or refused.</summary>
    [NotPersonal] public RowOutcome Outcome { get; private init; } = outcome;

    /// <summary>The field; null for the whole row.</summary>
    [NotPersonal] public RosterField? Field { get; private init; } = field;

    /// <summary>The text key of the reason.</summary>
    [NotPersonal] public string Why { get; private init; } = why;

    /// <summary>Sealed: the number that the row names, and whom or what the field may mean (<see cref="QuestionCells"/>).</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public byte[] Cells { get; private init; } = cells;

    /// <summary>What was chosen; null while nobody has.</summary>
    [NotPersonal] public Guid? ChosenId { get; private set; }

    /// <summary>Chooses a candidate, or takes the choice back.</summary>
    public void Choose(Guid? id) => ChosenId = id;
}

/// <summary>What a question shows: the number that its row names, and the candidates.</summary>
internal sealed record QuestionCells(string Number, IReadOnlyList<RowCandidate> Candidates);
