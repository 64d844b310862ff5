using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The numbered list of reviewed villages in their ranking that goes to the insurer's superior company (上报名单). The office prepares, the leader signs, the office sends.</summary>
public sealed class ForwardingList(Guid id, int year, Guid preparedById, DateTimeOffset preparedAt) : Entity(id)
{
    private readonly List<ForwardingLine> _lines = [];

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>Who prepared it.</summary>
    public Guid PreparedById { get; private init; } = preparedById;

    /// <summary>When.</summary>
    public DateTimeOffset PreparedAt { get; private init; } = preparedAt;

    /// <summary>Where it stands.</summary>
    public ForwardingStatus Status { get; private set; } = ForwardingStatus.Draft;

    /// <summary>The number of the register; null until it is laid before the leader.</summary>
    public string? Number { get; private set; }

    /// <summary>Why the leader sent it back last; empty otherwise.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Who signed it.</summary>
    public Guid? SignedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Who sent it.</summary>
    public Guid? SentById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The villages in their ranking.</summary>
    public IReadOnlyList<ForwardingLine> Lines => _lines;

    /// <summary>Prepares a list of declarations that passed, best first.</summary>
    public static ForwardingList Prepare(Guid id, int year, IReadOnlyList<Declaration> ranked, Actor official, DateTimeOffset at)
    {
        Require(ranked.Count > 0, ForwardingRule.AListNamesVillages);
        Require(ranked.All(d => d.Status == DeclarationStatus.Passed && d.Year == year), ForwardingRule.OnlyPassedOnesAreForwarded);
        var list = new ForwardingList(id, year, official.StaffId, at);
        list._lines.AddRange(ranked.Select((d, i) => new ForwardingLine(Guid.CreateVersion7(), id, d.VillageId, d.CycleId, d.Id, i + 1)));
        return list;
    }

    /// <summary>Lays it before the leader. A number that it has already stays.</summary>
    public void LayBefore(Actor official, string number)
    {
        Require(Status == ForwardingStatus.Draft, ForwardingRule.OnlyADraftIsLaidBefore);
        Require(official.StaffId == PreparedById, ForwardingRule.OnlyThePreparerLaysItBefore);
        (Status, Number, Remark) = (ForwardingStatus.ToSign, Number ?? number, "");
    }

    /// <summary>The leader signs it; never who prepared it.</summary>
    public void Sign(Actor leader, DateTimeOffset at)
    {
        RequireSigner(leader);
        (Status, SignedById, SignedAt) = (ForwardingStatus.SignedOff, leader.StaffId, at);
    }

    /// <summary>The leader sends it back to the preparer.</summary>
    public void SendBack(Actor leader, string remark)
    {
        RequireSigner(leader);
        Require(!string.IsNullOrWhiteSpace(remark), ForwardingRule.SendingBackSaysWhy);
        (Status, Remark) = (ForwardingStatus.Draft, remark);
    }

    /// <summary>It is given up while it is no more than a draft; its villages are free for another one.</summary>
    public void GiveUp(Actor official)
    {
        Require(Status == ForwardingStatus.Draft && official.StaffId == PreparedById, ForwardingRule.OnlyADraftIsLaidBefore);
        Status = ForwardingStatus.GivenUp;
    }

    /// <summary>It goes out.</summary>
    public void Send(Actor official, DateTimeOffset at)
    {
        Require(Status == ForwardingStatus.SignedOff, ForwardingRule.OnlyASignedListIsSent);
        (Status, SentById, SentAt) = (ForwardingStatus.Sent, official.StaffId, at);
    }

    private void RequireSigner(Actor leader)
    {
        Require(Status == ForwardingStatus.ToSign, ForwardingRule.OnlyAListLaidBeforeIsSigned);
        Require(leader.StaffId != PreparedById, ForwardingRule.NobodySignsTheirOwnList);
    }
}

/// <summary>One village on a list.</summary>
public sealed class ForwardingLine(Guid id, Guid listId, Guid villageId, Guid cycleId, Guid declarationId, int rank) : Entity(id), IVillageOwned
{
    /// <summary>The list.</summary>
    public Guid ListId { get; private init; } = listId;

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private init; } = cycleId;

    /// <summary>The declaration that passed.</summary>
    public Guid DeclarationId { get; private init; } = declarationId;

    /// <summary>From 1, the best.</summary>
    public int Rank { get; private init; } = rank;
}

/// <summary>Where a list stands.</summary>
public enum ForwardingStatus { Draft, ToSign, SignedOff, Sent, GivenUp }

/// <summary>Rules of forwarding lists.</summary>
public enum ForwardingRule
{
    AListNamesVillages, OnlyPassedOnesAreForwarded, AVillageIsOnOneList, ThePapersAreComplete, OnlyADraftIsLaidBefore, OnlyThePreparerLaysItBefore,
    OnlyAListLaidBeforeIsSigned, NobodySignsTheirOwnList, SendingBackSaysWhy, OnlyASignedListIsSent, NoListInThisScheme,
}
