using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.Web.Shell;

/// <summary>One line of the navigation: its text is <c>Nav.{Key}</c> in ShellTexts, its icon a name of LineIcons. Without a permission everyone has it.</summary>
public sealed record NavEntry(string Key, string Icon, string Href, NavGroup Group, Permission? Needed = null)
{
    /// <summary>Whether the address lies at or below this entry.</summary>
    public bool Contains(string path) =>
        path == Href || (Href != "/" && path.StartsWith(Href + "/", StringComparison.Ordinal));
}

/// <summary>The groups of the navigation, in their order.</summary>
public enum NavGroup { Work, Programme, Villages, Supervision, Material, Administration }
