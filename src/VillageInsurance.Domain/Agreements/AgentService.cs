using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>A resident agent's service in one village (驻村服务员), from the committee's recommendation to the day of leaving.
/// The registration itself belongs to the person: <see cref="StaffMember.Registration"/>.</summary>
[PersonTable]
public sealed class AgentService(Guid id, Guid villageId, Guid? groupId, Guid staffId, SelectionPoints points, Guid recommendedById, DateTimeOffset recommendedAt) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The agent.</summary>
    [NotPersonal] public Guid StaffId { get; private init; } = staffId;

    /// <summary>What the committee found about the person.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public SelectionPoints Points { get; private init; } = points;

    /// <summary>Who recommended.</summary>
    [NotPersonal] public Guid RecommendedById { get; private init; } = recommendedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset RecommendedAt { get; private init; } = recommendedAt;

    /// <summary>Where it stands.</summary>
    [NotPersonal] public AgentStatus Status { get; private set; } = AgentStatus.Recommended;

    /// <summary>Who vetted for the insurer.</summary>
    [NotPersonal] public Guid? VettedById { get; private set; }

    /// <summary>What the vetting found.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Vetting { get; private set; } = "";

    /// <summary>The first day of the training before the work.</summary>
    [NotPersonal] public DateOnly? TrainedFrom { get; private set; }

    /// <summary>Its last day.</summary>
    [NotPersonal] public DateOnly? TrainedTo { get; private set; }

    /// <summary>The number of the registration form (登记表); null until registered.</summary>
    [NotPersonal] public string? FormNumber { get; private set; }

    /// <summary>Who registered.</summary>
    [NotPersonal] public Guid? RegisteredById { get; private set; }

    /// <summary>The number of the letter of appointment; null until assigned.</summary>
    [NotPersonal] public string? LetterNumber { get; private set; }

    /// <summary>Who assigned.</summary>
    [NotPersonal] public Guid? AssignedById { get; private set; }

    /// <summary>The first day of the assignment.</summary>
    [NotPersonal] public DateOnly? AssignedOn { get; private set; }

    /// <summary>Whether the agent does nothing else (专职).</summary>
    [NotPersonal] public bool FullTime { get; private set; }

    /// <summary>Since when the service rests; null while it does not.</summary>
    [NotPersonal] public DateOnly? SuspendedOn { get; private set; }

    /// <summary>The last day of service.</summary>
    [NotPersonal] public DateOnly? LeftOn { get; private set; }

    /// <summary>Why it rests, was turned down or ended.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Reason { get; private set; } = "";

    /// <summary>Recommends somebody. Refused for a supervisor, and while a point was not looked at.</summary>
    public static AgentService Recommend(Guid id, Guid villageId, Guid? groupId, Guid staffId, SelectionPoints points, bool isSupervisor, Actor recommender, DateTimeOffset at)
    {
        Require(points.AreComplete, AgentRule.EveryPointIsLookedAt);
        Require(!isSupervisor, AgentRule.ASupervisorIsNoAgent);
        return new AgentService(id, villageId, groupId, staffId, points, recommender.StaffId, at);
    }

    /// <summary>The insurer's vetting: accepted, or turned down with the reason.</summary>
    public void Vet(Actor insurer, bool accepted, string finding)
    {
        Require(Status == AgentStatus.Recommended, AgentRule.OnlyARecommendedOneIsVetted);
        Require(insurer.StaffId != RecommendedById && insurer.StaffId != StaffId, AgentRule.NobodyDecidesTheirOwn);
        Require(accepted || !string.IsNullOrWhiteSpace(finding), AgentRule.AReasonIsGiven);
        (Status, VettedById, Vetting) = (accepted ? AgentStatus.Vetted : AgentStatus.TurnedDown, insurer.StaffId, finding);
    }

    /// <summary>Records the training before the work. Refused before its last day is over.</summary>
    public void Train(DateOnly from, DateOnly to, DateOnly today)
    {
        Require(Status == AgentStatus.Vetted, AgentRule.OnlyAVettedOneIsTrained);
        Require(from <= to && to <= today, AgentRule.ATrainingIsOver);
        (Status, TrainedFrom, TrainedTo) = (AgentStatus.Trained, from, to);
    }

    /// <summary>Whether a registration may be entered now: for the first time after the training, later to renew it.</summary>
    public bool CanBeRegistered => Status is AgentStatus.Trained or AgentStatus.Registered or AgentStatus.Assigned or AgentStatus.Suspended;

    /// <summary>Enters the registration with the person; the first one gives the form its number.</summary>
    public void Register(Actor insurer, StaffMember agent, AgentRegistration registration, string formNumber)
    {
        Require(CanBeRegistered, AgentRule.OnlyATrainedOneIsRegistered);
        Require(registration.To is null || registration.To > registration.From, AgentRule.ARegistrationEndsAfterItStarts);
        agent.Register(registration);
        (RegisteredById, FormNumber) = (insurer.StaffId, FormNumber ?? formNumber);
        if (Status == AgentStatus.Trained) Status = AgentStatus.Registered;
    }

    /// <summary>Whether this person could assign the agent now.</summary>
    public bool CanBeAssignedBy(Actor official) => Status == AgentStatus.Registered && official.May(Permission.AssignAgents, this) && !TookPart(official);

    /// <summary>Assigns the agent under the letter's number. The use case has made sure that the site has room; what else the work needs is <paramref name="readiness"/>.</summary>
    public void Assign(Actor official, Guid? groupId, bool fullTime, DateOnly from, bool isSupervisor, AgentReadiness readiness, string letterNumber)
    {
        Require(Status == AgentStatus.Registered, AgentRule.OnlyARegisteredOneIsAssigned);
        Require(!TookPart(official), AgentRule.NobodyDecidesTheirOwn);
        Require(!isSupervisor, AgentRule.ASupervisorIsNoAgent);
        readiness.RequireAllBut(ReadinessRule.AnAppointmentHolds);
        (Status, GroupId, FullTime, AssignedOn, AssignedById, LetterNumber) = (AgentStatus.Assigned, groupId, fullTime, from, official.StaffId, letterNumber);
    }

    /// <summary>Lets the service rest from this day.</summary>
    public void Suspend(DateOnly from, string reason)
    {
        Require(Status == AgentStatus.Assigned, AgentRule.OnlyAnAssignedOneIsSuspended);
        Require(!string.IsNullOrWhiteSpace(reason), AgentRule.AReasonIsGiven);
        (Status, SuspendedOn, Reason) = (AgentStatus.Suspended, from, reason);
    }

    /// <summary>Takes the service up again. Refused while the registration does not hold.</summary>
    public void Resume(AgentRegistration? registration, DateOnly today)
    {
        Require(Status == AgentStatus.Suspended, AgentRule.OnlyASuspendedOneResumes);
        Require(registration?.HoldsOn(today) == true, ReadinessRule.TheRegistrationHolds);
        (Status, SuspendedOn, Reason) = (AgentStatus.Assigned, null, "");
    }

    /// <summary>Ends the service with this day.</summary>
    public void Leave(DateOnly lastDay, string reason)
    {
        Require(Status is not (AgentStatus.Left or AgentStatus.TurnedDown), AgentRule.WhoLeftHasLeft);
        Require(!string.IsNullOrWhiteSpace(reason), AgentRule.AReasonIsGiven);
        (Status, LeftOn, Reason) = (AgentStatus.Left, lastDay, reason);
    }

    /// <summary>Whether the agent holds an appointment in the village on this day.</summary>
    public bool IsAssignedOn(DateOnly day) => AssignedOn <= day && (LeftOn is null || day <= LeftOn);

    /// <summary>Whether the service is still under way: neither turned down nor left.</summary>
    public bool IsOpen => Status is not (AgentStatus.Left or AgentStatus.TurnedDown);

    private bool TookPart(Actor official) => official.StaffId == RecommendedById || official.StaffId == VettedById || official.StaffId == RegisteredById || official.StaffId == StaffId;
}

/// <summary>Where an agent's service stands, in the order of its life.</summary>
public enum AgentStatus { Recommended, TurnedDown, Vetted, Trained, Registered, Assigned, Suspended, Left }

/// <summary>Rules of agents.</summary>
public enum AgentRule
{
    EveryPointIsLookedAt, ASupervisorIsNoAgent, OneServicePerVillage, TheGroupLiesInTheVillage, OnlyARecommendedOneIsVetted, NobodyDecidesTheirOwn, AReasonIsGiven, OnlyAVettedOneIsTrained, ATrainingIsOver,
    OnlyATrainedOneIsRegistered, ARegistrationEndsAfterItStarts, ARegistrationNumberIsOnePersons, OnlyARegisteredOneIsAssigned, TheSiteHasRoomForAnotherAgent, OnlyAnAssignedOneIsSuspended, OnlyASuspendedOneResumes,
    WhoLeftHasLeft, TheHouseholdsAreHandedOver, TheSuccessorServesHere, TheHouseholdsLieInTheVillage, TheCustomerIsToldOnce,
}
