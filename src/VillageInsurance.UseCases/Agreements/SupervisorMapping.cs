using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal sealed class SupervisorMapping : IEntityTypeConfiguration<SupervisorAppointment>, IEntityTypeConfiguration<SupervisorAssessment>,
    IEntityTypeConfiguration<TrainingEvent>, IEntityTypeConfiguration<TrainingAttendance>
{
    public void Configure(EntityTypeBuilder<SupervisorAppointment> supervisor)
    {
        supervisor.ToTable("supervisor_appointments", table => table.HasCheckConstraint("ck_nobody_appoints_whom_they_nominated", "decided_by_id <> nominated_by_id"));
        // One in office for a site; null groups would not be compared.
        supervisor.HasIndex(s => s.VillageId, "ux_one_supervisor_per_village").IsUnique().HasFilter("status = 'Appointed' and group_id is null");
        supervisor.HasIndex(s => s.GroupId, "ux_one_supervisor_per_group").IsUnique().HasFilter("status = 'Appointed' and group_id is not null");
        supervisor.HasIndex(s => s.StaffId);
        supervisor.HasIndex(s => s.LetterNumber).IsUnique();
        supervisor.HasOne<Area>().WithMany().HasForeignKey(s => s.VillageId).OnDelete(DeleteBehavior.Restrict);
        supervisor.HasOne<Area>().WithMany().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Restrict);
        supervisor.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        supervisor.Property(s => s.Points).HasJson();
        supervisor.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        supervisor.Property(s => s.LetterNumber).HasMaxLength(60);
        supervisor.Property(s => s.Reason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<SupervisorAssessment> assessment)
    {
        assessment.ToTable("supervisor_assessments");
        assessment.HasIndex(a => new { a.AppointmentId, a.Year }).IsUnique();
        assessment.HasIndex(a => new { a.VillageId, a.Year });
        assessment.HasOne<SupervisorAppointment>().WithMany().HasForeignKey(a => a.AppointmentId).OnDelete(DeleteBehavior.Restrict);
        assessment.Property(a => a.Sheet).HasJson();
    }

    public void Configure(EntityTypeBuilder<TrainingEvent> training)
    {
        training.ToTable("trainings");
        training.HasIndex(t => new { t.Audience, t.HeldOn });
        training.HasOne<Area>().WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
        training.Property(t => t.Audience).HasConversion<string>().HasMaxLength(20);
        training.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
        training.Property(t => t.Place).HasMaxLength(100);
        training.Property(t => t.Topic).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<TrainingAttendance> attendance)
    {
        attendance.ToTable("training_attendances");
        attendance.HasIndex(a => new { a.TrainingId, a.StaffId, a.VillageId }).IsUnique();
        attendance.HasIndex(a => a.StaffId);
        attendance.HasOne<TrainingEvent>().WithMany().HasForeignKey(a => a.TrainingId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
