namespace VillageInsurance.UseCases.Documents;

/// <summary>A temporary file without a name: only who opened it reads it, and it is gone with its stream, or with the process if that dies first.</summary>
public static class PassingFile
{
    /// <summary>An empty one.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        // Windows takes it away by itself when a process dies; elsewhere an open file needs no name.
        if (!OperatingSystem.IsWindows()) File.Delete(file.Name);
        return file;
    }
}
