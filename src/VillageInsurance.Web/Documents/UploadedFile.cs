using Microsoft.AspNetCore.Components.Forms;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.Web.Documents;

/// <summary>Receives a chosen file into a passing one.</summary>
internal static class UploadedFile
{
    private const long Most = 10_000_000;

    /// <summary>Refuses what is too large before it is sent.</summary>
    public static async Task<FileStream> ReceiveAsync(IBrowserFile file)
    {
        if (file.Size > Most) throw DocumentRule.AFileIsAtMostTenMegabytes.Broken();
        var copy = PassingFile.Create();
        await using var sent = file.OpenReadStream(Most);
        await sent.CopyToAsync(copy);
        copy.Position = 0;
        return copy;
    }
}
