using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The system administrator enters a person who is to get an account. A person alone has no right at all.</summary>
public sealed class AddStaffMember(AppDbGate gate)
{
    /// <summary>A short code that nobody else has, the name, and the unit if known.</summary>
    public sealed record Input(Guid Id, string Code, string Name, string? Unit);

    /// <summary>Code and name are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Code).NotEmpty().MaximumLength(40).Matches("^[A-Za-z0-9._-]+$");
            RuleFor(i => i.Name).NotEmpty().MaximumLength(100);
            RuleFor(i => i.Unit).MaximumLength(100);
        }
    }

    /// <summary>Enters the person. Refused when the code is taken.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageAccounts, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"staff {input.Code}");
        if (await db.Staff.AnyAsync(s => s.Id == input.Id)) return;
        if (await db.Staff.AnyAsync(s => s.Code == input.Code)) throw StaffRule.ACodeIsUnique.Broken();
        db.Add(new StaffMember(input.Id, input.Code, input.Name, input.Unit));
    });
}

/// <summary>Rules of staff members.</summary>
public enum StaffRule { ACodeIsUnique }
