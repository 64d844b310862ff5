using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class ProductionTests(Site site) : IClassFixture<Site>
{
    private const string Production = "--environment=Production";

    [Fact]
    public async Task It_does_not_start_without_a_certificate_for_the_keys_of_its_cookies()
    {
        await site.GivenAsync(); // The column keys were made by the application in Development.
        var no = Assert.Throws<InvalidOperationException>(() => site.Build(Production));

        Assert.Contains("DataProtection:CertificateFile", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_the_keys_are_stored_encrypted_and_there_are_no_demo_accounts()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, SelfSigned());
        await using var app = site.Build(Production, $"--DataProtection:CertificateFile={file}", "--DataProtection:Password=secret");
        var now = TimeProvider.System.GetUtcNow();
        app.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(30));

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AccountDb>>().CreateDbContextAsync();
        Assert.Contains(await db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync(), xml => xml.Contains("EncryptedData", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidOperationException>(() => DemoAccounts.CreateAsync(app.Services, new Dictionary<string, Guid>()));
        File.Delete(file);
    }

    private static byte[] SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        return certificate.Export(X509ContentType.Pkcs12, "secret");
    }
}
