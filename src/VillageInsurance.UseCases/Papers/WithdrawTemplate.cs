using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The office takes a version of a Word template out of use: the one before it is used again, or the product's own.</summary>
public sealed class WithdrawTemplate(AppDbGate gate)
{
    /// <summary>The version.</summary>
    public sealed record Input(Guid TemplateId);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.TemplateId).NotEmpty();
    }

    /// <summary>Withdraws it; it is kept. Refused the second time.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManagePapers, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.PaperTemplates.FindOrRefuseAsync(input.TemplateId)).Withdraw(db.Operation.At);
    });
}
