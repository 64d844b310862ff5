using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>Shows a complainant's telephone to who decides and has to call; the audit keeps the look and its reason.</summary>
public sealed class RevealComplainant(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>Which, and why.</summary>
    public sealed record Input(Guid Id, string Reason);

    /// <summary>A reason that says something.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reason).NotEmpty().MinimumLength(2).MaximumLength(200);
    }

    /// <summary>Gives the telephone; null when none was left.</summary>
    public Task<string?> RunAsync(Input input) => gate.ChangeAsync(Permission.DecideComplaints, async db =>
    {
        input.MustMeet(new InputRules());
        await db.RefuseTooManyRevealsAsync(clock.GetUtcNow());
        var complaint = await db.Complaints.AsNoTracking().FindOrRefuseAsync(input.Id);
        db.Operation.Concerns(complaint.VillageId);
        db.AuditChanges.Add(AuditChange.Look(db.Operation, nameof(Complaint), complaint.Id, nameof(Complaint.Phone), input.Reason));
        return complaint.Phone is { } phone ? vault.Open(TakeInComplaint.Cell, complaint.Id, new Sealed(phone, [])) : null;
    });
}
