using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Organisation;

/// <summary>Somebody who works in the programme: an official, agent, supervisor or administrator, with or without an account.</summary>
[PersonTable]
public sealed class StaffMember(Guid id, string code, string name, string? unit) : Entity(id)
{
    /// <summary>The one that stands for the command line; the audit adds the operating system's user name.</summary>
    public static readonly Guid CommandLineId = new("00000000-0000-7000-8000-000000000001");

    /// <summary>The number or short name that lists know the person by; unique.</summary>
    [NotPersonal] public string Code { get; private init; } = code;

    /// <summary>The name, shown as it is: staff on duty are named.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Name { get; private set; } = name;

    /// <summary>The office or company that the person works for.</summary>
    [NotPersonal] public string? Unit { get; private set; } = unit;

    /// <summary>An agent's registration (执业登记); null for others.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public AgentRegistration? Registration { get; private set; }

    /// <summary>The import that brought the row last; null for a person entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; }

    /// <summary>Records what the insurer's list says.</summary>
    public void Register(AgentRegistration? registration) => Registration = registration;

    /// <summary>Takes another name or unit.</summary>
    public void Describe(string name, string? unit) => (Name, Unit) = (name, unit);
}

/// <summary>An agent's entry in the insurer's register (Insurance Law art. 111, 122): number, first day, last day if it has ended.</summary>
public sealed record AgentRegistration(string Number, DateOnly From, DateOnly? To)
{
    /// <summary>Whether the agent is registered on this day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
