using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Households;

/// <summary>A row of the desk's members.</summary>
/// <param name="PersonId">The person; made by the page for somebody new.</param>
/// <param name="IsNew">Whether the person is entered now.</param>
/// <param name="Name">As on the identity card.</param>
/// <param name="IdNumber">The number; null when it is missing yet, and for a member whose number is known: it stays.</param>
/// <param name="Sex">Needed while the number is missing.</param>
/// <param name="BirthDate">Needed while the number is missing.</param>
/// <param name="Relation">How the member stands to the head.</param>
/// <param name="Residence">How the member lives here.</param>
/// <param name="JoinedOn">Since when, for somebody new.</param>
/// <param name="Reason">Why somebody new joins.</param>
/// <param name="Facts">What the person tells; null leaves what is known.</param>
/// <param name="Health">The note on the health; null leaves what is known, an empty one takes it out.</param>
/// <param name="School">A school that the person attends and that is not in the file yet.</param>
public sealed record MemberEntry(Guid PersonId, bool IsNew, string Name, string? IdNumber, Sex? Sex, DateOnly? BirthDate, string Relation, ResidenceKind Residence,
    DateOnly JoinedOn, JoinReason Reason, PersonFacts? Facts = null, string? Health = null, SchoolEntry? School = null);

/// <summary>A school, its stage, and since when it is attended.</summary>
public sealed record SchoolEntry(Guid Id, string School, SchoolStage Stage, DateOnly From);

/// <summary>A policy as its holder shows it, with the receipt of the first premium.</summary>
/// <param name="PremiumFen">One instalment, in fen.</param>
/// <param name="Receipt">The number of the insurer's receipt; unique.</param>
/// <param name="Customer">What the customer decided where something speaks against it; without a finding it says nothing. Who does not go on gets no policy.</param>
public sealed record PolicyEntry(Guid Id, string Product, Guid HolderId, Guid InsuredId, DateOnly IssuedOn, DateOnly EffectiveOn, long PremiumFen, string Receipt, PaymentMethod Method,
    CustomerDecision Customer = CustomerDecision.NotAsked);

/// <summary>A call at the household, with all that it brought.</summary>
public sealed record VisitEntry(Guid Id, DateOnly On, VisitAnswers Answers);

/// <summary>A yes or no to one of the separate questions.</summary>
/// <param name="PersonId">The child, for the guardian's answer.</param>
/// <param name="Signature">What was drawn on the screen, as <see cref="Domain.Households.Signature"/> is written; null in another form.</param>
public sealed record ConsentEntry(Guid Id, ConsentKind Kind, Guid? PersonId, bool IsGiven, Guid TextId, string GivenBy, ConsentForm Form, string? Signature = null);

/// <summary>What struck the household; the loss in fen.</summary>
public sealed record RiskEntry(Guid Id, RiskKind Kind, DateOnly On, long LossFen, string? PaidBy);

/// <summary>Cover with another insurer; sums in fen.</summary>
public sealed record CoverEntry(Guid Id, Guid? PersonId, string Insurer, string Kind, long SumFen, long PremiumFen, PayMode PayMode, int? DueMonth);
