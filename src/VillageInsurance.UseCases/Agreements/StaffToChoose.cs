using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Staff members by the beginning of name or code, for who nominates a supervisor or recommends an agent.</summary>
public sealed class StaffToChoose(AppDbGate gate)
{
    /// <summary>What was typed, and for which of the two.</summary>
    public sealed record Input(string Text, bool ForAgents);

    /// <summary>At least one character.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Text).NotEmpty().MaximumLength(40);
    }

    /// <summary>Somebody on duty; names repeat, so code and unit stand beside them.</summary>
    public sealed record Row(Guid Id, string Code, string Name, string? Unit);

    /// <summary>At most 10.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Input input, CancellationToken cancel) =>
        gate.ReadAsync<IReadOnlyList<Row>>(input.ForAgents ? Permission.RecommendAgents : Permission.NominateSupervisors, async db =>
        {
            input.MustMeet(new InputRules());
            return await db.Staff.AsNoTracking().Where(s => s.Id != StaffMember.CommandLineId && (s.Code.StartsWith(input.Text) || s.Name.StartsWith(input.Text)))
                .OrderBy(s => s.Code).Take(10).Select(s => new Row(s.Id, s.Code, s.Name, s.Unit)).ToListAsync(cancel);
        }, cancel);
}
