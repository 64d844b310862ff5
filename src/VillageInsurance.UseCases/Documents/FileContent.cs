using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace VillageInsurance.UseCases.Documents;

/// <summary>Looks at a file's content, never at its name, and makes a photo harmless: it is drawn anew and loses where and when it was taken.</summary>
internal static class FileContent
{
    public const long LargestFile = 10_000_000, LargestPhoto = 5_000_000;
    private const int LongestSide = 2400;

    // As many as a good phone makes, 150 MB while it is drawn: a few bytes can say that they are a thousand times as many.
    private const long MostPixels = 8192 * 6144;

    /// <summary>The kinds that may be attached: JPEG and PNG photos, PDF scans. Null for anything else.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
        _ => null,
    };

    /// <summary>Draws the photo anew as JPEG. Null when it cannot be read.</summary>
    public static async Task<MemoryStream?> RedrawAsync(Stream photo, CancellationToken cancel)
    {
        try
        {
            if (await Image.IdentifyAsync(photo, cancel) is not { Width: > 0 } size || (long)size.Width * size.Height > MostPixels) return null;
            photo.Position = 0;
            using var image = await Image.LoadAsync<Rgb24>(photo, cancel);
            image.Mutate(i => i.AutoOrient().Resize(new ResizeOptions { Mode = ResizeMode.Max, Size = new Size(Math.Min(LongestSide, Math.Max(image.Width, image.Height))) }));
            (image.Metadata.ExifProfile, image.Metadata.XmpProfile, image.Metadata.IptcProfile) = (null, null, null);
            var drawn = new MemoryStream();
            await image.SaveAsync(drawn, new JpegEncoder { Quality = 85 }, cancel);
            drawn.Position = 0;
            return drawn;
        }
        catch (Exception no) when (no is UnknownImageFormatException or InvalidImageContentException or ImageFormatException)
        {
            return null;
        }
    }
}
