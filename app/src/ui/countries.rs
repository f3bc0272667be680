//! The names of countries in the reader's language.

use model::domain::country::Country;
use model::domain::language::Locale;
use model::i18n::t::countries as t;

type Name = fn(Locale) -> &'static str;

/// By code, in the order of [`Country::CODES`].
#[rustfmt::skip]
const NAMES: [(&str, Name); 195] = [
    ("AD", t::country_ad), ("AE", t::country_ae), ("AF", t::country_af), ("AG", t::country_ag), ("AL", t::country_al),
    ("AM", t::country_am), ("AO", t::country_ao), ("AR", t::country_ar), ("AT", t::country_at), ("AU", t::country_au),
    ("AZ", t::country_az), ("BA", t::country_ba), ("BB", t::country_bb), ("BD", t::country_bd), ("BE", t::country_be),
    ("BF", t::country_bf), ("BG", t::country_bg), ("BH", t::country_bh), ("BI", t::country_bi), ("BJ", t::country_bj),
    ("BN", t::country_bn), ("BO", t::country_bo), ("BR", t::country_br), ("BS", t::country_bs), ("BT", t::country_bt),
    ("BW", t::country_bw), ("BY", t::country_by), ("BZ", t::country_bz), ("CA", t::country_ca), ("CD", t::country_cd),
    ("CF", t::country_cf), ("CG", t::country_cg), ("CH", t::country_ch), ("CI", t::country_ci), ("CL", t::country_cl),
    ("CM", t::country_cm), ("CN", t::country_cn), ("CO", t::country_co), ("CR", t::country_cr), ("CU", t::country_cu),
    ("CV", t::country_cv), ("CY", t::country_cy), ("CZ", t::country_cz), ("DE", t::country_de), ("DJ", t::country_dj),
    ("DK", t::country_dk), ("DM", t::country_dm), ("DO", t::country_do), ("DZ", t::country_dz), ("EC", t::country_ec),
    ("EE", t::country_ee), ("EG", t::country_eg), ("ER", t::country_er), ("ES", t::country_es), ("ET", t::country_et),
    ("FI", t::country_fi), ("FJ", t::country_fj), ("FM", t::country_fm), ("FR", t::country_fr), ("GA", t::country_ga),
    ("GB", t::country_gb), ("GD", t::country_gd), ("GE", t::country_ge), ("GH", t::country_gh), ("GM", t::country_gm),
    ("GN", t::country_gn), ("GQ", t::country_gq), ("GR", t::country_gr), ("GT", t::country_gt), ("GW", t::country_gw),
    ("GY", t::country_gy), ("HN", t::country_hn), ("HR", t::country_hr), ("HT", t::country_ht), ("HU", t::country_hu),
    ("ID", t::country_id), ("IE", t::country_ie), ("IL", t::country_il), ("IN", t::country_in), ("IQ", t::country_iq),
    ("IR", t::country_ir), ("IS", t::country_is), ("IT", t::country_it), ("JM", t::country_jm), ("JO", t::country_jo),
    ("JP", t::country_jp), ("KE", t::country_ke), ("KG", t::country_kg), ("KH", t::country_kh), ("KI", t::country_ki),
    ("KM", t::country_km), ("KN", t::country_kn), ("KP", t::country_kp), ("KR", t::country_kr), ("KW", t::country_kw),
    ("KZ", t::country_kz), ("LA", t::country_la), ("LB", t::country_lb), ("LC", t::country_lc), ("LI", t::country_li),
    ("LK", t::country_lk), ("LR", t::country_lr), ("LS", t::country_ls), ("LT", t::country_lt), ("LU", t::country_lu),
    ("LV", t::country_lv), ("LY", t::country_ly), ("MA", t::country_ma), ("MC", t::country_mc), ("MD", t::country_md),
    ("ME", t::country_me), ("MG", t::country_mg), ("MH", t::country_mh), ("MK", t::country_mk), ("ML", t::country_ml),
    ("MM", t::country_mm), ("MN", t::country_mn), ("MR", t::country_mr), ("MT", t::country_mt), ("MU", t::country_mu),
    ("MV", t::country_mv), ("MW", t::country_mw), ("MX", t::country_mx), ("MY", t::country_my), ("MZ", t::country_mz),
    ("NA", t::country_na), ("NE", t::country_ne), ("NG", t::country_ng), ("NI", t::country_ni), ("NL", t::country_nl),
    ("NO", t::country_no), ("NP", t::country_np), ("NR", t::country_nr), ("NZ", t::country_nz), ("OM", t::country_om),
    ("PA", t::country_pa), ("PE", t::country_pe), ("PG", t::country_pg), ("PH", t::country_ph), ("PK", t::country_pk),
    ("PL", t::country_pl), ("PS", t::country_ps), ("PT", t::country_pt), ("PW", t::country_pw), ("PY", t::country_py),
    ("QA", t::country_qa), ("RO", t::country_ro), ("RS", t::country_rs), ("RU", t::country_ru), ("RW", t::country_rw),
    ("SA", t::country_sa), ("SB", t::country_sb), ("SC", t::country_sc), ("SD", t::country_sd), ("SE", t::country_se),
    ("SG", t::country_sg), ("SI", t::country_si), ("SK", t::country_sk), ("SL", t::country_sl), ("SM", t::country_sm),
    ("SN", t::country_sn), ("SO", t::country_so), ("SR", t::country_sr), ("SS", t::country_ss), ("ST", t::country_st),
    ("SV", t::country_sv), ("SY", t::country_sy), ("SZ", t::country_sz), ("TD", t::country_td), ("TG", t::country_tg),
    ("TH", t::country_th), ("TJ", t::country_tj), ("TL", t::country_tl), ("TM", t::country_tm), ("TN", t::country_tn),
    ("TO", t::country_to), ("TR", t::country_tr), ("TT", t::country_tt), ("TV", t::country_tv), ("TZ", t::country_tz),
    ("UA", t::country_ua), ("UG", t::country_ug), ("US", t::country_us), ("UY", t::country_uy), ("UZ", t::country_uz),
    ("VA", t::country_va), ("VC", t::country_vc), ("VE", t::country_ve), ("VN", t::country_vn), ("VU", t::country_vu),
    ("WS", t::country_ws), ("YE", t::country_ye), ("ZA", t::country_za), ("ZM", t::country_zm), ("ZW", t::country_zw),
];

/// What a country is called.
pub fn country(l: Locale, country: Country) -> &'static str {
    match NAMES.binary_search_by_key(&country.code(), |(code, _)| code) {
        Ok(at) => NAMES[at].1(l),
        Err(_) => country.code(),
    }
}

/// Every country as an option, by its name; the first option states none.
pub fn country_options(l: Locale, none: &str) -> Vec<(String, String)> {
    let mut options: Vec<_> = Country::all().map(|value| (value.code().to_owned(), country(l, value).to_owned())).collect();
    options.sort_by_key(|(_, name)| model::domain::likeness::fold(name));
    options.insert(0, ("none".to_owned(), none.to_owned()));
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_its_name() {
        assert!(NAMES.iter().map(|(code, _)| *code).eq(Country::CODES));
        let kenya = Country::from_code("KE").expect("a country");
        assert_eq!((country(Locale::En, kenya), country(Locale::Ar, kenya)), ("Kenya", "كينيا"));
        let options = country_options(Locale::En, "Not stated");
        assert_eq!(options[1].1, "Afghanistan");
        assert!(options.iter().position(|o| o.0 == "CI") < options.iter().position(|o| o.0 == "CU"), "diacritics do not count");
    }
}
