namespace VillageInsurance.UseCases.Rosters;

/// <summary>The container of old workbooks, and of new ones that are locked by a password.</summary>
internal static class OleFile
{
    public static bool IsEncrypted(SheetSource source)
    {
        using var stream = source.Open();
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0;
    }
}
