using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Asks for the certificates of all titles of a year as one document; a background job makes it.</summary>
public sealed class RequestCertificates(AppDbGate gate)
{
    /// <param name="Id">Made by the page, so that a repeated request is one job.</param>
    public sealed record Input(Guid Id, int Year);

    /// <summary>A year that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Year).InclusiveBetween(2000, 2200);
        }
    }

    /// <summary>Keeps the request and says in whose name the job runs. Refused when the year has no title.</summary>
    public Task<Guid> RunAsync(Input input) => gate.ChangeAsync(Permission.ManagePapers, async db =>
    {
        input.MustMeet(new InputRules());
        var wanted = JsonSerializer.Serialize(new CertificateJob(input.Year), JsonColumn.Format);
        if (await db.JobRequests.SingleOrDefaultAsync(j => j.Id == input.Id) is { } first)
            return first.Kind == JobKind.PrintCertificates && first.StaffId == db.Actor.StaffId && PaperJobDetail.ViewOf(first).Year == input.Year ? first.StaffId : throw new AlreadyCreated(input.Id);
        if (!await db.Titles.AnyAsync(t => t.Year == input.Year && t.RevokedOn == null)) throw PaperRule.ThereAreTitlesOfTheYear.Broken();
        db.Add(new JobRequest(input.Id, JobKind.PrintCertificates, db.Actor.StaffId, wanted, db.Operation.At));
        return db.Actor.StaffId;
    });
}
