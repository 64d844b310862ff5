namespace VillageInsurance.Web.Shell;

/// <summary>Decides whether an address that came from outside may be gone to: only a path of our own.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is a path here, else the home page. "//host" and "/\host" lead elsewhere; control characters hide such things; what is not ASCII is no address and breaks the answer's header.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && address.All(c => char.IsAscii(c) && !char.IsControl(c)) ? address : "/";
}
