namespace VillageInsurance.Web.Accounts;

/// <summary>What was typed on the sign-in page.</summary>
internal sealed class SignInEntry
{
    public string? UserName { get; set; }
    public string? Password { get; set; }
}

/// <summary>What was typed on the page that changes the password.</summary>
internal sealed class PasswordEntry
{
    public string? Current { get; set; }
    public string? New { get; set; }
    public string? Again { get; set; }
}
