using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Asks for an import of a file that lies in the staging place; a background job takes it up, at least once.</summary>
public sealed class RequestImport(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">The request's id, made by whoever received the file.</param>
    /// <param name="Import">What is to be imported, and its legal basis.</param>
    public sealed record Input(Guid Id, ImportCounty.Input Import);

    /// <summary>The legal basis is complete.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Import).SetValidator(new ImportCounty.InputRules());
        }
    }

    /// <summary>Keeps the request. Sent twice it is one; the same id for something else, or by somebody else, is refused.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ImportCountyData, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.JobRequests.SingleOrDefaultAsync(j => j.Id == input.Id) is { } first)
        {
            if (first.Kind == JobKind.ImportCounty && first.StaffId == db.Actor.StaffId && JobDetail.ViewOf(first).Input == input.Import) return;
            throw new AlreadyCreated(input.Id);
        }
        db.Add(new JobRequest(input.Id, JobKind.ImportCounty, db.Actor.StaffId, JsonSerializer.Serialize(input.Import, JsonColumn.Format), clock.GetUtcNow()));
    });
}
