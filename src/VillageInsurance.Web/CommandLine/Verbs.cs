using System.CommandLine;

namespace VillageInsurance.Web.CommandLine;

/// <summary>The program's verbs. Without one it serves.</summary>
internal static class Verbs
{
    public static RootCommand All()
    {
        var root = new RootCommand("Model insured villages: the county's programme from application to acceptance.")
        {
            ServeVerb.Command(), MigrateVerb.Command(), DemoVerb.Command(), CreateAdminVerb.Command(), ImportVerb.Command(), CheckRostersVerb.Command(),
            IndicatorsVerb.Command(), ClaimsVerb.Command(), PapersVerb.Command(),
        };
        // Serving is the default, with whatever the web host understands: --urls and the like.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => ServeVerb.RunAsync([.. parsed.UnmatchedTokens], cancel));
        return root;
    }
}
