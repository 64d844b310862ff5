using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The office enters a department, or the name that a known one takes from a day on. Papers keep the name of their day.</summary>
public sealed class NameDepartment(AppDbGate gate)
{
    /// <param name="Id">A known department, or one made by the page.</param>
    public sealed record Input(Guid Id, string Code, string Name, DateOnly From);

    /// <summary>A short code and a name.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Code).NotEmpty().Matches("^[A-Z0-9]{2,20}$");
            RuleFor(i => i.Name).NotEmpty().MaximumLength(60);
        }
    }

    /// <summary>Names it. Refused for a name no later than the last one.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"department {input.Code}");
        var department = await db.Departments.Include(d => d.Names).SingleOrDefaultAsync(d => d.Id == input.Id);
        if (department is null)
        {
            if (await db.Departments.AnyAsync(d => d.Code == input.Code)) throw new AlreadyCreated(input.Id);
            db.Add(department = new Department(input.Id, input.Code));
        }
        department.Name(input.Name.Trim(), input.From);
    });
}
