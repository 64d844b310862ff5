using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>The yearly assessment of a supervisor (监督员考核): training, checks, complaints, verdict. Nothing in it depends on premium (Insurance Law art. 130).</summary>
[PersonTable]
public sealed class SupervisorAssessment(Guid id, Guid villageId, Guid? groupId, Guid appointmentId, int year, AssessmentSheet sheet, bool passed, Guid assessedById, DateTimeOffset at)
    : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The term that is assessed.</summary>
    [NotPersonal] public Guid AppointmentId { get; private init; } = appointmentId;

    /// <summary>The year that is assessed.</summary>
    [NotPersonal] public int Year { get; private init; } = year;

    /// <summary>What was found.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public AssessmentSheet Sheet { get; private init; } = sheet;

    /// <summary>Whether the supervisor passed.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public bool Passed { get; private init; } = passed;

    /// <summary>Who assessed.</summary>
    [NotPersonal] public Guid AssessedById { get; private init; } = assessedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;

    /// <summary>Assesses a year in which the supervisor was in office. Refused to a role that the scheme does not name, and to who nominated.</summary>
    public static SupervisorAssessment Assess(Guid id, SupervisorAppointment of, int year, AssessmentSheet sheet, bool passed, Actor assessor, DecidingChain chain, DateTimeOffset at)
    {
        Require(assessor.RolesFor(Permission.AssessSupervisors, of).Contains(chain.Assessor), SupervisorRule.OnlyTheSchemesAssessorAssesses);
        Require(assessor.StaffId != of.NominatedById && assessor.StaffId != of.StaffId, SupervisorRule.NobodyAssessesTheirOwn);
        Require(of.LetterNumber is not null && of.From <= new DateOnly(year, 12, 31) && (of.EndedOn ?? of.To) >= new DateOnly(year, 1, 1), SupervisorRule.OnlyWhoWasInOfficeIsAssessed);
        return new SupervisorAssessment(id, of.VillageId, of.GroupId, of.Id, year, sheet, passed, assessor.StaffId, at);
    }
}

/// <summary>The items of the assessment sheet. Days of training, checks made in households, complaints handled, and a remark.</summary>
public sealed record AssessmentSheet(int TrainingDays, int ChecksMade, int ComplaintsHandled, string Remark);
