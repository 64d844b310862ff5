namespace VillageInsurance.Web.Accounts;

/// <summary>Rules of accounts.</summary>
public enum AccountRule { NobodyManagesTheirOwn, TheLastAdministratorStays, OneAccountForEach, TheUserNameIsTaken, AUserNameIsSmallLettersAndDigits }
