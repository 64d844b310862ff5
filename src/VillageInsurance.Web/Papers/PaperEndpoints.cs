using Microsoft.AspNetCore.Mvc;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.Web.Papers;

/// <summary>Takes papers out: a print number by an ordinary form, Word files as downloads. The use cases decide who may.</summary>
internal static class PaperEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapPapers(this WebApplication app)
    {
        app.MapPost("/papers/{kind}/{recordId:guid}/print", PrintAsync).RequireAuthorization();
        app.MapGet("/papers/templates/{kind}.docx", TemplateAsync).RequireAuthorization(nameof(Permission.ManagePapers));
        app.MapGet("/papers/jobs/{id:guid}/certificates.docx", CertificatesAsync).RequireAuthorization(nameof(Permission.ManagePapers));
    }

    /// <summary>Where a paper is shown.</summary>
    public static string Address(PaperKind kind, Guid recordId) => $"/papers/{kind}/{recordId}";

    /// <summary>Where its print is asked for.</summary>
    public static string PrintAddress(PaperKind kind, Guid recordId) => $"{Address(kind, recordId)}/print";

    /// <summary>Where a Word template is downloaded: a version of the office's, or the product's own.</summary>
    public static string TemplateAddress(PaperKind kind, Guid? version = null) => $"/papers/templates/{kind}.docx{(version is { } id ? $"?version={id}" : "")}";

    /// <summary>Where the certificates that a job printed are downloaded.</summary>
    public static string CertificatesAddress(Guid jobId) => $"/papers/jobs/{jobId}/certificates.docx";

    private static Task<IResult> PrintAsync(PaperKind kind, Guid recordId, [FromForm] Guid printId, [FromForm] PaperForm form, PrintPaper print) => AnswerAsync(async () =>
    {
        var printed = await print.RunAsync(new(printId, kind, recordId, form));
        return printed.Docx is { } docx ? Results.File(docx, Word, printed.FileName) : Results.Redirect($"{Address(kind, recordId)}?print={printed.PrintId}&now=true");
    });

    private static Task<IResult> TemplateAsync(PaperKind kind, Guid? version, OpenTemplate open, CancellationToken cancel) => AnswerAsync(async () =>
    {
        var template = await open.RunAsync(kind, version, cancel);
        return Results.File(template.Content, Word, template.FileName);
    });

    private static Task<IResult> CertificatesAsync(Guid id, OpenCertificates open, CancellationToken cancel) => AnswerAsync(async () =>
    {
        var file = await open.RunAsync(id, cancel);
        return Results.File(file.Content, Word, file.FileName);
    });

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try { return await answer(); }
        catch (NotFound) { return Results.NotFound(); }
        catch (AlreadyCreated) { return Results.Conflict(); }
        catch (InvalidInput) { return Results.BadRequest(); }
        catch (NotPermitted) { return Results.Forbid(); }
    }
}
