using System.CommandLine;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Brings the database's schema up to date, as its owner.</summary>
internal static class MigrateVerb
{
    public static Command Command()
    {
        var migrate = new Command("migrate", "Bring the database's schema up to date. Needs the login of the role migrator (ConnectionStrings__Migrator, else ConnectionStrings__Main).");
        migrate.OnInstallation(async (_, installation, cancel) =>
        {
            await installation.MigrateAsync(cancel);
            return Verb.Say("The database is up to date.", Verb.Done);
        });
        return migrate;
    }
}
