using Microsoft.AspNetCore.Components.Forms;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.Web.Documents;

/// <summary>Receives a chosen file into a temporary one that nobody else can read and that goes with its stream.</summary>
internal static class UploadedFile
{
    private const long Most = 10_000_000;

    /// <summary>Refuses what is too large before it is sent.</summary>
    public static async Task<FileStream> ReceiveAsync(IBrowserFile file)
    {
        if (file.Size > Most) throw DocumentRule.AFileIsAtMostTenMegabytes.Broken();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), $"upload-{Guid.NewGuid():N}"), options);
        await using var sent = file.OpenReadStream(Most);
        await sent.CopyToAsync(copy);
        copy.Position = 0;
        return copy;
    }
}
