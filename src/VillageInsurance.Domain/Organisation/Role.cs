namespace VillageInsurance.Domain.Organisation;

/// <summary>What a person is in the programme. What each may do stands in <see cref="RolePermissions"/>.</summary>
public enum Role
{
    /// <summary>系统管理员: accounts and operation, no business data.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: grants roles and areas, never to himself.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads the audit log, nothing else.</summary>
    Auditor,

    /// <summary>领导小组办公室: decides applications, runs the programme.</summary>
    CountyOffice,

    /// <summary>县领导: sees figures.</summary>
    CountyLeader,

    /// <summary>乡镇干部: proposes villages of his township.</summary>
    TownshipOfficial,

    /// <summary>分管村干部: the village cadre in charge.</summary>
    VillageCadre,

    /// <summary>保险监督员: watches agents and claims, sells nothing.</summary>
    Supervisor,

    /// <summary>驻村服务员: visits households and keeps their files.</summary>
    ResidentAgent,

    /// <summary>保险审核: the insurer's reviewer.</summary>
    InsurerReviewer,
}
