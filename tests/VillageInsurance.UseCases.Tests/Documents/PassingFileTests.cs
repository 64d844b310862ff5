using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Tests.Documents;

public sealed class PassingFileTests
{
    [Fact]
    public async Task It_holds_what_was_written_and_leaves_no_name_behind()
    {
        string name;
        await using (var file = PassingFile.Create())
        {
            name = file.Name;
            if (!OperatingSystem.IsWindows()) Assert.False(File.Exists(name));
            await file.WriteAsync("李四"u8.ToArray());
            file.Position = 0;
            using var reader = new StreamReader(file);
            Assert.Equal("李四", await reader.ReadToEndAsync());
        }
        Assert.False(File.Exists(name));
    }
}
