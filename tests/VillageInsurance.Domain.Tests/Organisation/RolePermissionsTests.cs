using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.Domain.Tests.Organisation;

public class RolePermissionsTests
{
    [Fact]
    public void The_table_says_what_the_authorisation_matrix_says()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository(), "docs", "authz-matrix.csv")).Select(l => l.Split(',')).ToList();
        var roles = lines[0][1..].Select(Enum.Parse<Role>).ToList();
        Assert.Equal(Enum.GetValues<Role>().Order(), roles.Order());
        Assert.Equal(Enum.GetValues<Permission>().Order(), lines.Skip(1).Select(l => Enum.Parse<Permission>(l[0])).Order());

        foreach (var line in lines.Skip(1))
            for (var i = 0; i < roles.Count; i++)
                Assert.True((line[i + 1] != "-") == RolePermissions.Of(roles[i]).Contains(Enum.Parse<Permission>(line[0])), $"{roles[i]} {line[0]}");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "VillageInsurance.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
