using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>A roster that was uploaded for a village, or for one of its groups by who keeps no more: from the check through the questions to what was stored of it. Nothing of it stands in the register before somebody stores it.</summary>
internal sealed class RosterBatch(Guid id, Guid villageId, Guid? groupId, string fileName, string fileHash, string source, string basis, DateOnly noticeOn, DateOnly cutOff, Guid staffId, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <summary>How long it can be gone on with and undone.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The one group that it lists; null for the whole village.</summary>
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>What the sender calls the file.</summary>
    public string FileName { get; private init; } = fileName;

    /// <summary>SHA-256 of the file, in hexadecimal: the same file again is recognised.</summary>
    public string FileHash { get; private init; } = fileHash;

    /// <summary>Where the data comes from (PIPL art. 13).</summary>
    public string Source { get; private init; } = source;

    /// <summary>The legal basis of holding it.</summary>
    public string Basis { get; private init; } = basis;

    /// <summary>When the persons were told.</summary>
    public DateOnly NoticeOn { get; private init; } = noticeOn;

    /// <summary>The day that the list describes: what it brings is known since then.</summary>
    public DateOnly CutOff { get; private init; } = cutOff;

    /// <summary>Who uploaded it.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Where it stands.</summary>
    public RosterState State { get; private set; } = RosterState.Checking;

    /// <summary>The job that works on it, or did last.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>Which check its findings are of; after corrected columns the next one.</summary>
    public int Round { get; private set; }

    /// <summary>Why the file is not read; null when it is.</summary>
    public FileFault? Fault { get; private set; }

    /// <summary>What the check counted.</summary>
    public RosterCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Its columns as they were recognised or corrected.</summary>
    public IReadOnlyList<RosterColumn> Columns { get; private set; } = [];

    /// <summary>What it lists.</summary>
    public RosterKind Kind { get; private set; } = RosterKind.VillageRoster;

    /// <summary>Rows stored so far.</summary>
    public int StoredRows { get; private set; }

    /// <summary>When rows were first stored; null before. From then on a row is stored as soon as nothing of it is open.</summary>
    public DateTimeOffset? StoredAt { get; private set; }

    /// <summary>When its file and what was read of it were deleted; null while they are kept.</summary>
    public DateTimeOffset? SweptAt { get; private set; }

    /// <summary>When nothing of it can be decided or undone any more: thirty days after its rows were first stored, or after the upload where none were.</summary>
    public DateTimeOffset EndsAt => (StoredAt ?? At) + StaysOpen;

    /// <summary>Waits for a check, the first one or anew. Refused once something was stored.</summary>
    public void Await(Guid jobId, RosterState next)
    {
        Require(State is RosterState.Checking or RosterState.Ready, RosterRule.OnlyAnOpenRosterGoesOn);
        Require(next != RosterState.Checking || StoredAt is null, RosterRule.ColumnsAreCorrectedBeforeStoring);
        Require(next != RosterState.Storing || State == RosterState.Ready && Kind == RosterKind.VillageRoster, RosterRule.OnlyACheckedRosterIsStored);
        (JobId, State) = (jobId, next);
    }

    /// <summary>The check has ended; its findings replace those of the one before.</summary>
    public void Checked(RosterKind kind, RosterCounts counts, IReadOnlyList<RosterColumn> columns) =>
        (State, Round, Kind, Counts, Columns, Fault) = (RosterState.Ready, Round + 1, kind, counts, columns, null);

    /// <summary>The file is not read.</summary>
    public void RefusedFor(FileFault fault) => (State, Fault) = (RosterState.Refused, fault);

    /// <summary>So many of its rows are in the register now; those with open questions stay.</summary>
    public void Stored(int rows, DateTimeOffset at)
    {
        Require(State is RosterState.Storing or RosterState.Ready, RosterRule.OnlyACheckedRosterIsStored);
        (State, StoredRows, StoredAt) = (RosterState.Ready, rows, StoredAt ?? at);
    }

    /// <summary>Work on it broke off; it stands where it stood before.</summary>
    public void BrokeOff() => State = State == RosterState.Checking ? RosterState.Refused : State == RosterState.Storing ? RosterState.Ready : State;

    /// <summary>All that it brought was taken back.</summary>
    public void Undo()
    {
        Require(State == RosterState.Ready, RosterRule.OnlyAnOpenRosterGoesOn);
        State = RosterState.Undone;
    }

    /// <summary>Its time is over: what is stored stays, what is open stays out. Refused before, and while it is worked on.</summary>
    public void Close(DateTimeOffset at)
    {
        Require(State == RosterState.Ready && at >= EndsAt, RosterRule.OnlyAnOpenRosterGoesOn);
        State = RosterState.Closed;
    }

    /// <summary>Its file is deleted. Refused while anything can still be done with it.</summary>
    public void Swept(DateTimeOffset at)
    {
        Require(State is RosterState.Undone or RosterState.Refused or RosterState.Closed, RosterRule.OnlyAnEndedRosterIsSwept);
        SweptAt ??= at;
    }
}

/// <summary>Rows of a roster by the worst that was found in them: nothing, fixed, to be decided, refused; what would change in the register; and rows around the list that were passed over.</summary>
public sealed record RosterCounts(int Clean, int Fixed, int Asked, int Rejected, int Changing, int PassedOver)
{
    /// <summary>Rows of the list.</summary>
    public int Rows => Clean + Fixed + Asked + Rejected;
}

/// <summary>A column of a roster, by its header; what it holds null when it is not read.</summary>
public sealed record RosterColumn(string Header, RosterField? Field);

/// <summary>Where an uploaded roster stands.</summary>
public enum RosterState { Checking, Ready, Storing, Undone, Refused, Closed }

/// <summary>What rosters hold to.</summary>
public enum RosterRule
{
    /// <summary>What was undone or refused stays so.</summary>
    OnlyAnOpenRosterGoesOn,

    /// <summary>The file of a roster is kept while anything can be done with it.</summary>
    OnlyAnEndedRosterIsSwept,

    /// <summary>Nothing is stored that was not checked; policy lists are checked alone.</summary>
    OnlyACheckedRosterIsStored,

    /// <summary>Once rows are stored the columns stay.</summary>
    ColumnsAreCorrectedBeforeStoring,

    /// <summary>What somebody has edited since is not taken back.</summary>
    EditedRowsStay,

    /// <summary>A decided value is a good one for its column.</summary>
    OnlyAGoodValueDecides,

    /// <summary>Only a missing or refused ID number can be left for later, where sex and birth date are known.</summary>
    OnlyANumberIsLeftForLater,
}
