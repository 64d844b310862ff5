using Hangfire;
using Microsoft.AspNetCore.Mvc;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Policies;

/// <summary>Receives the insurer's lists by an ordinary form.</summary>
internal static class PolicyListEndpoints
{
    public const string Upload = "/policy-lists/upload";

    public static void MapPolicyLists(this WebApplication app) => app.MapPost(Upload, ReceiveAsync).RequireAuthorization(nameof(Permission.BringInsurerLists))
        .WithMetadata(new RequestSizeLimitAttribute(UploadRoster.MostBytes + 1_000_000), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadRoster.MostBytes + 1_000_000 });

    private static async Task<IResult> ReceiveAsync(IFormFile? file, UploadInsurerList upload, IBackgroundJobClient jobs, HttpContext context)
    {
        if (file is not { Length: > 0 }) return Results.Redirect("/policy-lists?refused=FileFault.Empty");
        try
        {
            if (file.Length > UploadRoster.MostBytes) throw new RosterRefused(FileFault.TooBig);
            using var content = new MemoryStream();
            await file.CopyToAsync(content, context.RequestAborted);
            var (id, name) = (Guid.CreateVersion7(), Path.GetFileName(file.FileName));
            var taken = await upload.RunAsync(new(id, name.Length <= 200 ? name : name[^200..], content.ToArray()));
            if (!taken.WasThere) jobs.Enqueue<InsurerListJob>(job => job.RunAsync(id, taken.StaffId));
            return Results.Redirect($"/policy-lists/{taken.ListId}{(taken.WasThere ? "?again=1" : "")}");
        }
        catch (Refusal no)
        {
            return Results.Redirect($"/policy-lists?refused={no.TextKey}");
        }
    }
}
