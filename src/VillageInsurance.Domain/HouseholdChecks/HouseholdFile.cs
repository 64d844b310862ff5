using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.HouseholdChecks;

/// <summary>How far a household's file (户档案) has come: entered by the agent, sent to the township, returned or checked. One for each household, under the household's own id; none while nothing was sent.</summary>
public sealed class HouseholdFile(Guid id, Guid villageId, Guid? groupId) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private set; } = groupId;

    /// <summary>Where it stands.</summary>
    public FileStatus Status { get; private set; } = FileStatus.New;

    /// <summary>When it was sent last: since then it waits.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Who sent it last.</summary>
    public Guid? SubmittedById { get; private set; }

    /// <summary>Every submission with its decision, oldest first.</summary>
    public IReadOnlyList<FileRound> Rounds { get; private set; } = [];

    /// <summary>Whether it waits for the township.</summary>
    public bool Waits => Status is FileStatus.Submitted or FileStatus.Resubmitted;

    /// <summary>Sends it to the township. Refused while it waits and once it is checked, and while nobody, or no head, is in the household.</summary>
    public void Submit(Guid agentId, IReadOnlyList<FileGap> gaps, DateTimeOffset at)
    {
        Require(Status is FileStatus.New or FileStatus.Returned, FileRule.OnlyANewOrReturnedOneIsSent);
        Require(!gaps.Contains(FileGap.NoMembers) && !gaps.Contains(FileGap.NoHead), FileRule.ItHasMembersAndAHead);
        Rounds = [.. Rounds, new FileRound(Rounds.Count + 1, agentId, at, null)];
        (Status, SubmittedAt, SubmittedById) = (Rounds.Count == 1 ? FileStatus.Submitted : FileStatus.Resubmitted, at, agentId);
    }

    /// <summary>Checked by the township. The opinion may be empty.</summary>
    /// <param name="officialId">Who decides.</param>
    /// <param name="tookPart">Whether that person wrote in it.</param>
    /// <param name="opinion">What he says.</param>
    /// <param name="at">When.</param>
    public void Approve(Guid officialId, bool tookPart, string opinion, DateTimeOffset at)
    {
        RequireDecider(officialId, tookPart);
        Decide(FileStatus.Checked, new(officialId, IsApproved: true, opinion, [], at));
    }

    /// <summary>Sent back with the reason and the fields at fault. Refused without either.</summary>
    public void Return(Guid officialId, bool tookPart, string opinion, IReadOnlyList<FileField> fields, DateTimeOffset at)
    {
        RequireDecider(officialId, tookPart);
        Require(!string.IsNullOrWhiteSpace(opinion), FileRule.AReturnSaysWhy);
        Require(fields.Count > 0, FileRule.AReturnMarksTheFieldsAtFault);
        Decide(FileStatus.Returned, new(officialId, IsApproved: false, opinion, fields, at));
    }

    /// <summary>Refuses a change while it waits, and once it is checked: then a change is a correction.</summary>
    public void RequireEditable()
    {
        RequireAtRest();
        Require(Status != FileStatus.Checked, FileRule.ACheckedOneIsCorrected);
    }

    /// <summary>Refuses whatever happens in the household while the township looks at it.</summary>
    public void RequireAtRest() => Require(!Waits, FileRule.ASentOneIsReadOnly);

    /// <summary>The household moved.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    private void RequireDecider(Guid officialId, bool tookPart)
    {
        Require(Waits, FileRule.OnlyASentOneIsDecided);
        Require(!tookPart && !Rounds.Any(r => r.SubmittedById == officialId), FileRule.NobodyDecidesTheirOwn);
    }

    private void Decide(FileStatus status, FileDecision decision) =>
        (Status, Rounds) = (status, [.. Rounds.SkipLast(1), Rounds[^1] with { Decision = decision }]);
}

/// <summary>One submission, and what was decided on it; null while it waits.</summary>
public sealed record FileRound(int Number, Guid SubmittedById, DateTimeOffset SubmittedAt, FileDecision? Decision);

/// <summary>What the township decided, with its opinion and the fields at fault.</summary>
public sealed record FileDecision(Guid OfficialId, bool IsApproved, string Opinion, IReadOnlyList<FileField> Fields, DateTimeOffset At);

/// <summary>Where a household's file stands.</summary>
public enum FileStatus { New = 1, Submitted = 2, Returned = 3, Resubmitted = 4, Checked = 5 }

/// <summary>A part of the file that may be at fault.</summary>
public enum FileField { Members = 1, Head = 2, IdNumbers = 3, Phone = 4, Address = 5, Residence = 6, Schools = 7, Visits = 8, Consents = 9, Cover = 10 }

/// <summary>What a file still lacks.</summary>
public enum FileGap { NoMembers = 1, NoHead = 2, IdNumberMissing = 3, NoPhone = 4, NoAddress = 5, NoConsent = 6 }

/// <summary>What the check of households holds to.</summary>
public enum FileRule
{
    OnlyANewOrReturnedOneIsSent, ItHasMembersAndAHead, OnlyASentOneIsDecided, NobodyDecidesTheirOwn, AReturnSaysWhy, AReturnMarksTheFieldsAtFault, ASentOneIsReadOnly, ACheckedOneIsCorrected,
}
