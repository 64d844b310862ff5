using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>The gate of work: whether an agent may record visits or policies in a village on a day, and if not, what is missing. A lapse stops the work on that day.</summary>
/// <param name="Missing">What does not hold, in the order in which it is put right; each text says who can help.</param>
public sealed record AgentReadiness(IReadOnlyList<ReadinessRule> Missing)
{
    /// <summary>Whether the work may be done.</summary>
    public bool IsReady => Missing.Count == 0;

    /// <summary>Looks at the service in the village, the person's registration and the commitment letter of the day's year.</summary>
    public static AgentReadiness On(DateOnly day, AgentService? service, AgentRegistration? registration, bool isLetterSigned)
    {
        var needs = new (bool Holds, ReadinessRule Rule)[]
        {
            (service?.TrainedTo <= day, ReadinessRule.TheTrainingIsDone),
            (registration?.HoldsOn(day) == true, ReadinessRule.TheRegistrationHolds),
            (isLetterSigned, ReadinessRule.TheYearsLetterIsSigned),
            (service?.IsAssignedOn(day) == true, ReadinessRule.AnAppointmentHolds),
            (!(service?.SuspendedOn <= day), ReadinessRule.TheServiceDoesNotRest),
        };
        return new([.. needs.Where(n => !n.Holds).Select(n => n.Rule)]);
    }

    /// <summary>Refuses the work with the first thing that is missing.</summary>
    public void Require() => RequireAllBut(null);

    /// <summary>The same, except for what is about to be put right.</summary>
    public void RequireAllBut(ReadinessRule? rule)
    {
        foreach (var missing in Missing)
            if (missing != rule) throw missing.Broken();
    }
}

/// <summary>What the work of an agent needs.</summary>
public enum ReadinessRule { TheTrainingIsDone, TheRegistrationHolds, TheYearsLetterIsSigned, AnAppointmentHolds, TheServiceDoesNotRest }
