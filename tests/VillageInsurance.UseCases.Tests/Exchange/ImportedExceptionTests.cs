using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Exchange;

public class ImportedExceptionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_import_asks_the_insurer_by_one_task_with_the_count_and_a_repeat_by_none()
    {
        var files = new CountyFiles();
        var (head, _) = files.Resident(files.Household());
        foreach (var method in (string[])["cash", "cash", "bank"])
            files.Add("payments", $"F-{Guid.NewGuid():N}"[..20], files.Policy("P03", head, head, "2025-03-01", "2025-03-02", "2026-03-01"), "2025-03-01", "receipt", 1, "30.00", method);
        await database.ImportAsync(files);
        await database.ImportAsync(files);

        var items = await database.SeeAsync(Places.Village, db => db.QueueItems.Where(q => q.Kind == QueueKind.CustomersToCall || q.Kind == QueueKind.CustomerToCall || q.Kind == QueueKind.ExceptionToExplain || q.Kind == QueueKind.ExceptionsToExplain).ToListAsync());
        Assert.Equal([(QueueKind.CustomersToCall, (Role?)Role.InsurerReviewer, "2")], items.Select(q => (q.Kind, q.Role, q.Detail)));
        Assert.Equal([PremiumExceptionKind.Cash, PremiumExceptionKind.Cash], await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db => db.PremiumExceptions.Select(e => e.Kind).ToListAsync(), CancellationToken.None));
    }
}
