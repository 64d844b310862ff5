using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Somebody as the insurer names him: by ID number, else by name; null where he does not say.</summary>
public sealed record PersonSaid(string? IdNumber, string? Name);

/// <summary>A village as the insurer names it: by code, else by name with or without the township.</summary>
public sealed record VillageSaid(string? Code, string? Name, string? Township);

/// <summary>What the insurer says of a policy's standing: each day, or null for "has not happened".</summary>
public sealed record StandingSaid(DateOnly? HesitationCancelledOn, DateOnly? SurrenderedOn, DateOnly? SuspendedOn, DateOnly? ReinstatedOn, DateOnly? ClaimEndedOn);

/// <summary>A policy as the insurer tells it, by a line of a list or through an interface. What he leaves out stays as it is known.</summary>
/// <param name="Row">The line, for the answer.</param>
public sealed record PolicyRow(int Row)
{
    /// <summary>The number; null for a certificate that only its group policy numbers.</summary>
    public string? Number { get; init; }

    /// <summary>The group policy whose certificate it is.</summary>
    public string? GroupNumber { get; init; }

    /// <summary>The school of a group policy of pupils.</summary>
    public string? School { get; init; }

    /// <summary>The insurer's code; null for the programme's own.</summary>
    public string? Insurer { get; init; }

    /// <summary>The product's code.</summary>
    public string? Product { get; init; }

    /// <summary>The village printed on the policy.</summary>
    public VillageSaid Village { get; init; } = new(null, null, null);

    /// <summary>Who is covered.</summary>
    public PersonSaid Insured { get; init; } = new(null, null);

    /// <summary>Who pays.</summary>
    public PersonSaid Holder { get; init; } = new(null, null);

    /// <summary>The day of issue.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The first day of cover; null for the day after the issue.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The last day of cover; null for the product's usual term.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How the premium is paid.</summary>
    public PayMode? Mode { get; init; }

    /// <summary>For how many years.</summary>
    public int? PayYears { get; init; }

    /// <summary>One instalment, in fen.</summary>
    public long? PremiumFen { get; init; }

    /// <summary>The sum insured, in fen.</summary>
    public long? SumInsuredFen { get; init; }

    /// <summary>The selling agent's code.</summary>
    public string? AgentCode { get; init; }

    /// <summary>How it stands; null where the insurer says nothing of it.</summary>
    public StandingSaid? Standing { get; init; }

    /// <summary>How long a premium may be overdue.</summary>
    public GraceTerm? Grace { get; init; }

    /// <summary>When an overdue premium was demanded last.</summary>
    public DateOnly? DemandedOn { get; init; }

    /// <summary>What somebody chose where the row asked: the village, insured or holder.</summary>
    public IReadOnlyDictionary<RosterField, Guid> Chosen { get; init; } = new Dictionary<RosterField, Guid>();
}

/// <summary>A payment as the insurer tells it.</summary>
/// <param name="Row">The line, for the answer.</param>
public sealed record PaymentRow(int Row)
{
    /// <summary>The number of the receipt.</summary>
    public string? Number { get; init; }

    /// <summary>The policy's number.</summary>
    public string? PolicyNumber { get; init; }

    /// <summary>The day of booking.</summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>What it is.</summary>
    public PaymentKind? Kind { get; init; }

    /// <summary>The policy year that it pays, from 1.</summary>
    public int? PolicyYear { get; init; }

    /// <summary>The amount in fen, never negative.</summary>
    public long? AmountFen { get; init; }

    /// <summary>How it was paid.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>Who paid, by name.</summary>
    public string? PayerName { get; init; }

    /// <summary>Whose account it was, by name.</summary>
    public string? AccountOwner { get; init; }

    /// <summary>To whom it went; null for what is known, else the insurer.</summary>
    public Payee? PaidTo { get; init; }

    /// <summary>What was given for it; null for what is known, else an official receipt.</summary>
    public ReceiptForm? Receipt { get; init; }
}

/// <summary>What became of a row.</summary>
public enum RowOutcome { Added, Changed, Unchanged, Asks, Refused }

/// <summary>What became of a row.</summary>
/// <param name="Field">The field that asks or is refused; null for the whole row.</param>
/// <param name="Why">The text key of the reason; null where it was taken.</param>
/// <param name="Candidates">Whom or what the field may mean.</param>
public sealed record RowResult(int Row, RowOutcome Outcome, RosterField? Field = null, string? Why = null, IReadOnlyList<RowCandidate>? Candidates = null)
{
    internal static RowResult Refuse(int row, RosterField? field, Enum why) => new(row, RowOutcome.Refused, field, $"{why.GetType().Name}.{why}");

    internal static RowResult Ask(int row, RosterField field, IntakeReason why, IReadOnlyList<RowCandidate> candidates) => new(row, RowOutcome.Asks, field, $"{nameof(IntakeReason)}.{why}", candidates);
}

/// <summary>Somebody or something that a row may mean, as it is shown to who decides.</summary>
public sealed record RowCandidate(Guid Id, string Shown);

/// <summary>Why a row of the insurer asks or is refused, beyond the rules of the policy itself.</summary>
public enum IntakeReason
{
    /// <summary>The field is needed for a new record.</summary>
    Missing,

    /// <summary>No product has this code.</summary>
    UnknownProduct,

    /// <summary>No policy has this number.</summary>
    UnknownPolicy,

    /// <summary>No village has this code or name.</summary>
    UnknownVillage,

    /// <summary>Several villages have this name.</summary>
    SeveralVillages,

    /// <summary>Nobody in the register has this ID number.</summary>
    UnknownPerson,

    /// <summary>A name alone does not tell who it is.</summary>
    OnlyAName,

    /// <summary>The list gives no last day, and the product no usual term.</summary>
    NoTerm,

    /// <summary>The list has the number again with other words.</summary>
    ListedTwice,

    /// <summary>Several policies entered by hand may be this one.</summary>
    SeveralByHand,

    /// <summary>None of the words that the field may hold.</summary>
    UnknownWord,
}
