/** Group of codes on which iced-x86 and capstone differ, or which are not drawn. Written by scripts/surveyDecoders.ts. */
export interface ExcludedCodes {
  readonly reason: string
  readonly bits: readonly (32 | 64)[]
  /** iced's names of the codes, separated by one space. */
  readonly codes: string
}

/** All excluded codes, grouped by reason and modes. */
export const EXCLUDED_CODES: readonly ExcludedCodes[] = [
  {
    reason: 'capstone cannot judge it: 66 90 and 48 90 are the xchg of a register with itself, or nop',
    bits: [32, 64],
    codes: 'Nopw Xchg_r16_AX',
  },
  {
    reason: 'capstone cannot judge it: MPX: withdrawn by Intel, and read as nop by others',
    bits: [32, 64],
    codes: 'Reservednop_rm16_r16_0F1B Bndldx_bnd_mib Bndstx_mib_bnd',
  },
  {
    reason: 'capstone cannot judge it: far pointers are printed without their size',
    bits: [32, 64],
    codes: 'Call_m1616 Jmp_m1616',
  },
  {
    reason: 'capstone cannot judge it: names for instructions of the 8087 differ',
    bits: [32, 64],
    codes: 'Fneni Fndisi',
  },
  {
    reason: 'capstone cannot judge it: others read operands after the opcode',
    bits: [32, 64],
    codes: 'Ud1_r16_rm16 Ud1_r32_rm32 Ud0_r16_rm16 Ud0_r32_rm32',
  },
  {
    reason:
      'capstone cannot judge it: reserved nops have two operands, of which one is printed, and newer instructions among them are not known',
    bits: [32, 64],
    codes:
      'Reservednop_rm16_r16_0F18 Reservednop_rm32_r32_0F18 Reservednop_rm16_r16_0F19 Reservednop_rm32_r32_0F19 Reservednop_rm16_r16_0F1C Reservednop_rm16_r16_0F1D Reservednop_rm16_r16_0F1E Reservednop_rm32_r32_0F1E Reservednop_rm16_r16_0F1F Reservednop_rm32_r32_0F1F Prefetchit1_m8 Prefetchit0_m8',
  },
  {
    reason: 'capstone cannot judge it: the mandatory rep is printed by some, left out by others',
    bits: [32, 64],
    codes: 'Montmul_32 Xsha1_32 Xsha256_32 Xstore_32 Xcryptecb_32 Xcryptcbc_32 Xcryptctr_32 Xcryptcfb_32 Xcryptofb_32',
  },
  {
    reason: 'capstone cannot judge it: the operand size decides how far the stack moves, and is not printed',
    bits: [32, 64],
    codes: 'Push_imm16 Pushw_imm8 Retnw_imm16 Retnw Enterw_imm16_imm8 Leavew Retfw_imm16 Retfw Pushw_FS Popw_FS Pushw_GS Popw_GS',
  },
  {
    reason: 'capstone cannot judge it: the size of the memory operand is that of the vector for some, that of an element for others',
    bits: [32, 64],
    codes:
      'VEX_Vpgatherdd_xmm_vm32x_xmm VEX_Vpgatherdd_ymm_vm32y_ymm VEX_Vpgatherdq_xmm_vm32x_xmm VEX_Vpgatherdq_ymm_vm32x_ymm EVEX_Vpgatherdd_xmm_k1_vm32x EVEX_Vpgatherdd_ymm_k1_vm32y EVEX_Vpgatherdd_zmm_k1_vm32z EVEX_Vpgatherdq_xmm_k1_vm32x EVEX_Vpgatherdq_ymm_k1_vm32x EVEX_Vpgatherdq_zmm_k1_vm32y VEX_Vpgatherqd_xmm_vm64x_xmm VEX_Vpgatherqd_xmm_vm64y_xmm VEX_Vpgatherqq_xmm_vm64x_xmm VEX_Vpgatherqq_ymm_vm64y_ymm EVEX_Vpgatherqd_xmm_k1_vm64x EVEX_Vpgatherqd_xmm_k1_vm64y EVEX_Vpgatherqd_ymm_k1_vm64z EVEX_Vpgatherqq_xmm_k1_vm64x EVEX_Vpgatherqq_ymm_k1_vm64y EVEX_Vpgatherqq_zmm_k1_vm64z VEX_Vgatherdps_xmm_vm32x_xmm VEX_Vgatherdps_ymm_vm32y_ymm VEX_Vgatherdpd_xmm_vm32x_xmm VEX_Vgatherdpd_ymm_vm32x_ymm EVEX_Vgatherdps_xmm_k1_vm32x EVEX_Vgatherdps_ymm_k1_vm32y EVEX_Vgatherdps_zmm_k1_vm32z EVEX_Vgatherdpd_xmm_k1_vm32x EVEX_Vgatherdpd_ymm_k1_vm32x EVEX_Vgatherdpd_zmm_k1_vm32y VEX_Vgatherqps_xmm_vm64x_xmm VEX_Vgatherqps_xmm_vm64y_xmm VEX_Vgatherqpd_xmm_vm64x_xmm VEX_Vgatherqpd_ymm_vm64y_ymm EVEX_Vgatherqps_xmm_k1_vm64x EVEX_Vgatherqps_xmm_k1_vm64y EVEX_Vgatherqps_ymm_k1_vm64z EVEX_Vgatherqpd_xmm_k1_vm64x EVEX_Vgatherqpd_ymm_k1_vm64y EVEX_Vgatherqpd_zmm_k1_vm64z EVEX_Vpscatterdd_vm32x_k1_xmm EVEX_Vpscatterdd_vm32y_k1_ymm EVEX_Vpscatterdd_vm32z_k1_zmm EVEX_Vpscatterdq_vm32x_k1_xmm EVEX_Vpscatterdq_vm32x_k1_ymm EVEX_Vpscatterdq_vm32y_k1_zmm EVEX_Vpscatterqd_vm64x_k1_xmm EVEX_Vpscatterqd_vm64y_k1_xmm EVEX_Vpscatterqd_vm64z_k1_ymm EVEX_Vpscatterqq_vm64x_k1_xmm EVEX_Vpscatterqq_vm64y_k1_ymm EVEX_Vpscatterqq_vm64z_k1_zmm EVEX_Vscatterdps_vm32x_k1_xmm EVEX_Vscatterdps_vm32y_k1_ymm EVEX_Vscatterdps_vm32z_k1_zmm EVEX_Vscatterdpd_vm32x_k1_xmm EVEX_Vscatterdpd_vm32x_k1_ymm EVEX_Vscatterdpd_vm32y_k1_zmm EVEX_Vscatterqps_vm64x_k1_xmm EVEX_Vscatterqps_vm64y_k1_xmm EVEX_Vscatterqps_vm64z_k1_ymm EVEX_Vscatterqpd_vm64x_k1_xmm EVEX_Vscatterqpd_vm64y_k1_ymm EVEX_Vscatterqpd_vm64z_k1_zmm',
  },
  {
    reason: 'capstone cannot read it',
    bits: [32, 64],
    codes:
      'Fcom_st0_sti_DCD0 Fcomp_st0_sti_DCD8 Fxch_st0_sti_DDC8 Fcomp_st0_sti_DED0 Fxch_st0_sti_DFC8 Fstp_sti_DFD0 Fstp_sti_DFD8 Rdpru Reservednop_rm16_r16_0F0D Reservednop_rm32_r32_0F0D Reservednop_rm16_r16_0F1A Reservednop_rm32_r32_0F1A Reservednop_rm32_r32_0F1B Reservednop_rm32_r32_0F1C Reservednop_rm32_r32_0F1D EVEX_Vcvtudq2pd_zmm_k1z_ymmm256b32_er EVEX_Vcvtusi2sd_xmm_xmm_rm32_er Lfence_E9 Lfence_EA Lfence_EB Lfence_EC Lfence_ED Lfence_EE Lfence_EF Mfence_F1 Mfence_F2 Mfence_F3 Mfence_F4 Mfence_F5 Mfence_F6 Mfence_F7 Sfence_F9 Sfence_FA Sfence_FB Sfence_FC Sfence_FD Sfence_FE Sfence_FF EVEX_Vcvtdq2pd_zmm_k1z_ymmm256b32_er EVEX_Vdpbf16ps_xmm_k1z_xmm_xmmm128b32 EVEX_Vdpbf16ps_ymm_k1z_ymm_ymmm256b32 EVEX_Vdpbf16ps_zmm_k1z_zmm_zmmm512b32 EVEX_Vp2intersectd_kp1_xmm_xmmm128b32 EVEX_Vp2intersectd_kp1_ymm_ymmm256b32 EVEX_Vp2intersectd_kp1_zmm_zmmm512b32 EVEX_Vp2intersectq_kp1_xmm_xmmm128b64 EVEX_Vp2intersectq_kp1_ymm_ymmm256b64 EVEX_Vp2intersectq_kp1_zmm_zmmm512b64 EVEX_Vcvtneps2bf16_xmm_k1z_xmmm128b32 EVEX_Vcvtneps2bf16_xmm_k1z_ymmm256b32 EVEX_Vcvtneps2bf16_ymm_k1z_zmmm512b32 EVEX_Vcvtne2ps2bf16_xmm_k1z_xmm_xmmm128b32 EVEX_Vcvtne2ps2bf16_ymm_k1z_ymm_ymmm256b32 EVEX_Vcvtne2ps2bf16_zmm_k1z_zmm_zmmm512b32 Pvalidated Serialize Xsusldtrk Xresldtrk Invlpgbd Tlbsync Prefetchreserved3_m8 Prefetchreserved4_m8 Prefetchreserved5_m8 Prefetchreserved6_m8 Prefetchreserved7_m8 Tdcall Aesencwide128kl_m384 Aesdecwide128kl_m384 Aesencwide256kl_m512 Aesdecwide256kl_m512 Loadiwkey_xmm_xmm Aesenc128kl_xmm_m384 Aesdec128kl_xmm_m384 Aesenc256kl_xmm_m512 Aesdec256kl_xmm_m512 Encodekey128_r32_r32 Encodekey256_r32_r32 Hreset_imm8 VEX_Vpdpbusd_xmm_xmm_xmmm128 VEX_Vpdpbusd_ymm_ymm_ymmm256 VEX_Vpdpbusds_xmm_xmm_xmmm128 VEX_Vpdpbusds_ymm_ymm_ymmm256 VEX_Vpdpwssd_xmm_xmm_xmmm128 VEX_Vpdpwssd_ymm_ymm_ymmm256 VEX_Vpdpwssds_xmm_xmm_xmmm128 VEX_Vpdpwssds_ymm_ymm_ymmm256 Ccs_hash_32 Ccs_encrypt_32 EVEX_Vaddph_xmm_k1z_xmm_xmmm128b16 EVEX_Vaddph_ymm_k1z_ymm_ymmm256b16 EVEX_Vaddph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vaddsh_xmm_k1z_xmm_xmmm16_er EVEX_Vcmpph_kr_k1_xmm_xmmm128b16_imm8 EVEX_Vcmpph_kr_k1_ymm_ymmm256b16_imm8 EVEX_Vcmpph_kr_k1_zmm_zmmm512b16_imm8_sae EVEX_Vcmpsh_kr_k1_xmm_xmmm16_imm8_sae EVEX_Vcomish_xmm_xmmm16_sae EVEX_Vcvtdq2ph_xmm_k1z_xmmm128b32 EVEX_Vcvtdq2ph_xmm_k1z_ymmm256b32 EVEX_Vcvtdq2ph_ymm_k1z_zmmm512b32_er EVEX_Vcvtpd2ph_xmm_k1z_xmmm128b64 EVEX_Vcvtpd2ph_xmm_k1z_ymmm256b64 EVEX_Vcvtpd2ph_xmm_k1z_zmmm512b64_er EVEX_Vcvtph2dq_xmm_k1z_xmmm64b16 EVEX_Vcvtph2dq_ymm_k1z_xmmm128b16 EVEX_Vcvtph2dq_zmm_k1z_ymmm256b16_er EVEX_Vcvtph2pd_xmm_k1z_xmmm32b16 EVEX_Vcvtph2pd_ymm_k1z_xmmm64b16 EVEX_Vcvtph2pd_zmm_k1z_xmmm128b16_sae EVEX_Vcvtph2psx_xmm_k1z_xmmm64b16 EVEX_Vcvtph2psx_ymm_k1z_xmmm128b16 EVEX_Vcvtph2psx_zmm_k1z_ymmm256b16_sae EVEX_Vcvtph2qq_xmm_k1z_xmmm32b16 EVEX_Vcvtph2qq_ymm_k1z_xmmm64b16 EVEX_Vcvtph2qq_zmm_k1z_xmmm128b16_er EVEX_Vcvtph2udq_xmm_k1z_xmmm64b16 EVEX_Vcvtph2udq_ymm_k1z_xmmm128b16 EVEX_Vcvtph2udq_zmm_k1z_ymmm256b16_er EVEX_Vcvtph2uqq_xmm_k1z_xmmm32b16 EVEX_Vcvtph2uqq_ymm_k1z_xmmm64b16 EVEX_Vcvtph2uqq_zmm_k1z_xmmm128b16_er EVEX_Vcvtph2uw_xmm_k1z_xmmm128b16 EVEX_Vcvtph2uw_ymm_k1z_ymmm256b16 EVEX_Vcvtph2uw_zmm_k1z_zmmm512b16_er EVEX_Vcvtph2w_xmm_k1z_xmmm128b16 EVEX_Vcvtph2w_ymm_k1z_ymmm256b16 EVEX_Vcvtph2w_zmm_k1z_zmmm512b16_er EVEX_Vcvtps2phx_xmm_k1z_xmmm128b32 EVEX_Vcvtps2phx_xmm_k1z_ymmm256b32 EVEX_Vcvtps2phx_ymm_k1z_zmmm512b32_er EVEX_Vcvtqq2ph_xmm_k1z_xmmm128b64 EVEX_Vcvtqq2ph_xmm_k1z_ymmm256b64 EVEX_Vcvtqq2ph_xmm_k1z_zmmm512b64_er EVEX_Vcvtsd2sh_xmm_k1z_xmm_xmmm64_er EVEX_Vcvtsh2sd_xmm_k1z_xmm_xmmm16_sae EVEX_Vcvtsh2si_r32_xmmm16_er EVEX_Vcvtsh2ss_xmm_k1z_xmm_xmmm16_sae EVEX_Vcvtsh2usi_r32_xmmm16_er EVEX_Vcvtsi2sh_xmm_xmm_rm32_er EVEX_Vcvtss2sh_xmm_k1z_xmm_xmmm32_er EVEX_Vcvttph2dq_xmm_k1z_xmmm64b16 EVEX_Vcvttph2dq_ymm_k1z_xmmm128b16 EVEX_Vcvttph2dq_zmm_k1z_ymmm256b16_sae EVEX_Vcvttph2qq_xmm_k1z_xmmm32b16 EVEX_Vcvttph2qq_ymm_k1z_xmmm64b16 EVEX_Vcvttph2qq_zmm_k1z_xmmm128b16_sae EVEX_Vcvttph2udq_xmm_k1z_xmmm64b16 EVEX_Vcvttph2udq_ymm_k1z_xmmm128b16 EVEX_Vcvttph2udq_zmm_k1z_ymmm256b16_sae EVEX_Vcvttph2uqq_xmm_k1z_xmmm32b16 EVEX_Vcvttph2uqq_ymm_k1z_xmmm64b16 EVEX_Vcvttph2uqq_zmm_k1z_xmmm128b16_sae EVEX_Vcvttph2uw_xmm_k1z_xmmm128b16 EVEX_Vcvttph2uw_ymm_k1z_ymmm256b16 EVEX_Vcvttph2uw_zmm_k1z_zmmm512b16_sae EVEX_Vcvttph2w_xmm_k1z_xmmm128b16 EVEX_Vcvttph2w_ymm_k1z_ymmm256b16 EVEX_Vcvttph2w_zmm_k1z_zmmm512b16_sae EVEX_Vcvttsh2si_r32_xmmm16_sae EVEX_Vcvttsh2usi_r32_xmmm16_sae EVEX_Vcvtudq2ph_xmm_k1z_xmmm128b32 EVEX_Vcvtudq2ph_xmm_k1z_ymmm256b32 EVEX_Vcvtudq2ph_ymm_k1z_zmmm512b32_er EVEX_Vcvtuqq2ph_xmm_k1z_xmmm128b64 EVEX_Vcvtuqq2ph_xmm_k1z_ymmm256b64 EVEX_Vcvtuqq2ph_xmm_k1z_zmmm512b64_er EVEX_Vcvtusi2sh_xmm_xmm_rm32_er EVEX_Vcvtuw2ph_xmm_k1z_xmmm128b16 EVEX_Vcvtuw2ph_ymm_k1z_ymmm256b16 EVEX_Vcvtuw2ph_zmm_k1z_zmmm512b16_er EVEX_Vcvtw2ph_xmm_k1z_xmmm128b16 EVEX_Vcvtw2ph_ymm_k1z_ymmm256b16 EVEX_Vcvtw2ph_zmm_k1z_zmmm512b16_er EVEX_Vdivph_xmm_k1z_xmm_xmmm128b16 EVEX_Vdivph_ymm_k1z_ymm_ymmm256b16 EVEX_Vdivph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vdivsh_xmm_k1z_xmm_xmmm16_er EVEX_Vfcmaddcph_xmm_k1z_xmm_xmmm128b32 EVEX_Vfcmaddcph_ymm_k1z_ymm_ymmm256b32 EVEX_Vfcmaddcph_zmm_k1z_zmm_zmmm512b32_er EVEX_Vfmaddcph_xmm_k1z_xmm_xmmm128b32 EVEX_Vfmaddcph_ymm_k1z_ymm_ymmm256b32 EVEX_Vfmaddcph_zmm_k1z_zmm_zmmm512b32_er EVEX_Vfcmaddcsh_xmm_k1z_xmm_xmmm32_er EVEX_Vfmaddcsh_xmm_k1z_xmm_xmmm32_er EVEX_Vfcmulcph_xmm_k1z_xmm_xmmm128b32 EVEX_Vfcmulcph_ymm_k1z_ymm_ymmm256b32 EVEX_Vfcmulcph_zmm_k1z_zmm_zmmm512b32_er EVEX_Vfmulcph_xmm_k1z_xmm_xmmm128b32 EVEX_Vfmulcph_ymm_k1z_ymm_ymmm256b32 EVEX_Vfmulcph_zmm_k1z_zmm_zmmm512b32_er EVEX_Vfcmulcsh_xmm_k1z_xmm_xmmm32_er EVEX_Vfmulcsh_xmm_k1z_xmm_xmmm32_er EVEX_Vfmaddsub132ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmaddsub132ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmaddsub132ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmaddsub213ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmaddsub213ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmaddsub213ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmaddsub231ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmaddsub231ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmaddsub231ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmsubadd132ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmsubadd132ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmsubadd132ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmsubadd213ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmsubadd213ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmsubadd213ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmsubadd231ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmsubadd231ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmsubadd231ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmadd132ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmadd132ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmadd132ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmadd213ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmadd213ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmadd213ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmadd231ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmadd231ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmadd231ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfnmadd132ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfnmadd132ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfnmadd132ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfnmadd213ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfnmadd213ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfnmadd213ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfnmadd231ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfnmadd231ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfnmadd231ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmadd132sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfmadd213sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfmadd231sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfnmadd132sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfnmadd213sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfnmadd231sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfmsub132ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmsub132ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmsub132ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmsub213ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmsub213ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmsub213ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmsub231ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfmsub231ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfmsub231ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfnmsub132ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfnmsub132ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfnmsub132ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfnmsub213ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfnmsub213ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfnmsub213ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfnmsub231ph_xmm_k1z_xmm_xmmm128b16 EVEX_Vfnmsub231ph_ymm_k1z_ymm_ymmm256b16 EVEX_Vfnmsub231ph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vfmsub132sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfmsub213sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfmsub231sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfnmsub132sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfnmsub213sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfnmsub231sh_xmm_k1z_xmm_xmmm16_er EVEX_Vfpclassph_kr_k1_xmmm128b16_imm8 EVEX_Vfpclassph_kr_k1_ymmm256b16_imm8 EVEX_Vfpclassph_kr_k1_zmmm512b16_imm8 EVEX_Vfpclasssh_kr_k1_xmmm16_imm8 EVEX_Vgetexpph_xmm_k1z_xmmm128b16 EVEX_Vgetexpph_ymm_k1z_ymmm256b16 EVEX_Vgetexpph_zmm_k1z_zmmm512b16_sae EVEX_Vgetexpsh_xmm_k1z_xmm_xmmm16_sae EVEX_Vgetmantph_xmm_k1z_xmmm128b16_imm8 EVEX_Vgetmantph_ymm_k1z_ymmm256b16_imm8 EVEX_Vgetmantph_zmm_k1z_zmmm512b16_imm8_sae EVEX_Vgetmantsh_xmm_k1z_xmm_xmmm16_imm8_sae EVEX_Vmaxph_xmm_k1z_xmm_xmmm128b16 EVEX_Vmaxph_ymm_k1z_ymm_ymmm256b16 EVEX_Vmaxph_zmm_k1z_zmm_zmmm512b16_sae EVEX_Vmaxsh_xmm_k1z_xmm_xmmm16_sae EVEX_Vminph_xmm_k1z_xmm_xmmm128b16 EVEX_Vminph_ymm_k1z_ymm_ymmm256b16 EVEX_Vminph_zmm_k1z_zmm_zmmm512b16_sae EVEX_Vminsh_xmm_k1z_xmm_xmmm16_sae EVEX_Vmovsh_xmm_k1z_m16 EVEX_Vmovsh_m16_k1_xmm EVEX_Vmovsh_xmm_k1z_xmm_xmm EVEX_Vmovsh_xmm_k1z_xmm_xmm_MAP5_11 EVEX_Vmovw_xmm_r32m16 EVEX_Vmovw_r32m16_xmm EVEX_Vmulph_xmm_k1z_xmm_xmmm128b16 EVEX_Vmulph_ymm_k1z_ymm_ymmm256b16 EVEX_Vmulph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vmulsh_xmm_k1z_xmm_xmmm16_er EVEX_Vrcpph_xmm_k1z_xmmm128b16 EVEX_Vrcpph_ymm_k1z_ymmm256b16 EVEX_Vrcpph_zmm_k1z_zmmm512b16 EVEX_Vrcpsh_xmm_k1z_xmm_xmmm16 EVEX_Vreduceph_xmm_k1z_xmmm128b16_imm8 EVEX_Vreduceph_ymm_k1z_ymmm256b16_imm8 EVEX_Vreduceph_zmm_k1z_zmmm512b16_imm8_sae EVEX_Vreducesh_xmm_k1z_xmm_xmmm16_imm8_sae EVEX_Vrndscaleph_xmm_k1z_xmmm128b16_imm8 EVEX_Vrndscaleph_ymm_k1z_ymmm256b16_imm8 EVEX_Vrndscaleph_zmm_k1z_zmmm512b16_imm8_sae EVEX_Vrndscalesh_xmm_k1z_xmm_xmmm16_imm8_sae EVEX_Vrsqrtph_xmm_k1z_xmmm128b16 EVEX_Vrsqrtph_ymm_k1z_ymmm256b16 EVEX_Vrsqrtph_zmm_k1z_zmmm512b16 EVEX_Vrsqrtsh_xmm_k1z_xmm_xmmm16 EVEX_Vscalefph_xmm_k1z_xmm_xmmm128b16 EVEX_Vscalefph_ymm_k1z_ymm_ymmm256b16 EVEX_Vscalefph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vscalefsh_xmm_k1z_xmm_xmmm16_er EVEX_Vsqrtph_xmm_k1z_xmmm128b16 EVEX_Vsqrtph_ymm_k1z_ymmm256b16 EVEX_Vsqrtph_zmm_k1z_zmmm512b16_er EVEX_Vsqrtsh_xmm_k1z_xmm_xmmm16_er EVEX_Vsubph_xmm_k1z_xmm_xmmm128b16 EVEX_Vsubph_ymm_k1z_ymm_ymmm256b16 EVEX_Vsubph_zmm_k1z_zmm_zmmm512b16_er EVEX_Vsubsh_xmm_k1z_xmm_xmmm16_er EVEX_Vucomish_xmm_xmmm16_sae Via_undoc_F30FA6F0_32 Via_undoc_F30FA6F8_32 Xsha512_32 Xstore_alt_32 Xsha512_alt_32 Wrmsrns Aadd_m32_r32 Aand_m32_r32 Axor_m32_r32 Aor_m32_r32 VEX_Vpdpbuud_xmm_xmm_xmmm128 VEX_Vpdpbuud_ymm_ymm_ymmm256 VEX_Vpdpbsud_xmm_xmm_xmmm128 VEX_Vpdpbsud_ymm_ymm_ymmm256 VEX_Vpdpbssd_xmm_xmm_xmmm128 VEX_Vpdpbssd_ymm_ymm_ymmm256 VEX_Vpdpbuuds_xmm_xmm_xmmm128 VEX_Vpdpbuuds_ymm_ymm_ymmm256 VEX_Vpdpbsuds_xmm_xmm_xmmm128 VEX_Vpdpbsuds_ymm_ymm_ymmm256 VEX_Vpdpbssds_xmm_xmm_xmmm128 VEX_Vpdpbssds_ymm_ymm_ymmm256 VEX_Vcvtneps2bf16_xmm_xmmm128 VEX_Vcvtneps2bf16_xmm_ymmm256 VEX_Vcvtneoph2ps_xmm_m128 VEX_Vcvtneoph2ps_ymm_m256 VEX_Vcvtneeph2ps_xmm_m128 VEX_Vcvtneeph2ps_ymm_m256 VEX_Vcvtneebf162ps_xmm_m128 VEX_Vcvtneebf162ps_ymm_m256 VEX_Vcvtneobf162ps_xmm_m128 VEX_Vcvtneobf162ps_ymm_m256 VEX_Vbcstnesh2ps_xmm_m16 VEX_Vbcstnesh2ps_ymm_m16 VEX_Vbcstnebf162ps_xmm_m16 VEX_Vbcstnebf162ps_ymm_m16 VEX_Vpmadd52luq_xmm_xmm_xmmm128 VEX_Vpmadd52luq_ymm_ymm_ymmm256 VEX_Vpmadd52huq_xmm_xmm_xmmm128 VEX_Vpmadd52huq_ymm_ymm_ymmm256 VEX_Vsha512rnds2_ymm_ymm_xmm VEX_Vsha512msg1_ymm_xmm VEX_Vsha512msg2_ymm_ymm VEX_Vpdpwuud_xmm_xmm_xmmm128 VEX_Vpdpwuud_ymm_ymm_ymmm256 VEX_Vpdpwusd_xmm_xmm_xmmm128 VEX_Vpdpwusd_ymm_ymm_ymmm256 VEX_Vpdpwsud_xmm_xmm_xmmm128 VEX_Vpdpwsud_ymm_ymm_ymmm256 VEX_Vpdpwuuds_xmm_xmm_xmmm128 VEX_Vpdpwuuds_ymm_ymm_ymmm256 VEX_Vpdpwusds_xmm_xmm_xmmm128 VEX_Vpdpwusds_ymm_ymm_ymmm256 VEX_Vpdpwsuds_xmm_xmm_xmmm128 VEX_Vpdpwsuds_ymm_ymm_ymmm256 VEX_Vsm3msg1_xmm_xmm_xmmm128 VEX_Vsm3msg2_xmm_xmm_xmmm128 VEX_Vsm4key4_xmm_xmm_xmmm128 VEX_Vsm4key4_ymm_ymm_ymmm256 VEX_Vsm4rnds4_xmm_xmm_xmmm128 VEX_Vsm4rnds4_ymm_ymm_ymmm256 VEX_Vsm3rnds2_xmm_xmm_xmmm128_imm8',
  },
  {
    reason: 'capstone prints fsetpm',
    bits: [32, 64],
    codes: 'Fnsetpm',
  },
  {
    reason: 'capstone prints monitorx',
    bits: [32, 64],
    codes: 'Mcommit',
  },
  {
    reason: 'capstone prints other operands',
    bits: [32, 64],
    codes:
      'Mov_Sreg_r32m16 Xabort_imm8 Call_m1632 Jmp_m1632 Rstorssp_m64 EVEX_Vcvtsi2sd_xmm_xmm_rm32_er Clrssbsy_m64 EVEX_Vgatherpf0dps_vm32z_k1 EVEX_Vgatherpf0dpd_vm32y_k1 EVEX_Vgatherpf1dps_vm32z_k1 EVEX_Vgatherpf1dpd_vm32y_k1 EVEX_Vscatterpf0dps_vm32z_k1 EVEX_Vscatterpf0dpd_vm32y_k1 EVEX_Vscatterpf1dps_vm32z_k1 EVEX_Vscatterpf1dpd_vm32y_k1 EVEX_Vgatherpf0qps_vm64z_k1 EVEX_Vgatherpf0qpd_vm64z_k1 EVEX_Vgatherpf1qps_vm64z_k1 EVEX_Vgatherpf1qpd_vm64z_k1 EVEX_Vscatterpf0qps_vm64z_k1 EVEX_Vscatterpf0qpd_vm64z_k1 EVEX_Vscatterpf1qps_vm64z_k1 EVEX_Vscatterpf1qpd_vm64z_k1 EVEX_Vgf2p8affineqb_xmm_k1z_xmm_xmmm128b64_imm8 EVEX_Vgf2p8affineqb_ymm_k1z_ymm_ymmm256b64_imm8 EVEX_Vgf2p8affineqb_zmm_k1z_zmm_zmmm512b64_imm8 EVEX_Vgf2p8affineinvqb_xmm_k1z_xmm_xmmm128b64_imm8 EVEX_Vgf2p8affineinvqb_ymm_k1z_ymm_ymmm256b64_imm8 EVEX_Vgf2p8affineinvqb_zmm_k1z_zmm_zmmm512b64_imm8',
  },
  {
    reason: 'capstone prints vmmcall',
    bits: [32, 64],
    codes: 'Vmgexit Vmgexit_F2',
  },
  {
    reason: 'capstone prints wait',
    bits: [32, 64],
    codes: 'Wait',
  },
  {
    reason: 'iced cannot encode the drawn operands',
    bits: [32, 64],
    codes:
      'Jo_rel8_16 Jno_rel8_16 Jb_rel8_16 Jae_rel8_16 Je_rel8_16 Jne_rel8_16 Jbe_rel8_16 Ja_rel8_16 Js_rel8_16 Jns_rel8_16 Jp_rel8_16 Jnp_rel8_16 Jl_rel8_16 Jge_rel8_16 Jle_rel8_16 Jg_rel8_16 Xlat_m8 Loopne_rel8_16_ECX Loope_rel8_16_ECX Loop_rel8_16_ECX Jecxz_rel8_16 Call_rel16 Jmp_rel16 Jmp_rel8_16 Jo_rel16 Jno_rel16 Jb_rel16 Jae_rel16 Je_rel16 Jne_rel16 Jbe_rel16 Ja_rel16 Js_rel16 Jns_rel16 Jp_rel16 Jnp_rel16 Jl_rel16 Jge_rel16 Jle_rel16 Jg_rel16',
  },
  {
    reason: 'iced reads it only with options for old processors',
    bits: [32, 64],
    codes:
      'Fstenv_m14byte Fstenv_m28byte Fstcw_m2byte Feni Fdisi Fclex Finit Fsetpm Fsave_m94byte Fsave_m108byte Fstsw_m2byte Fstsw_AX Pcommit Ud0 Wrudbg',
  },
  {
    reason: 'capstone cannot judge it: MPX: withdrawn by Intel, and read as nop by others',
    bits: [32],
    codes: 'Bndmov_bnd_bndm64 Bndcl_bnd_rm32 Bndcu_bnd_rm32 Bndmov_bndm64_bnd Bndmk_bnd_m32 Bndcn_bnd_rm32',
  },
  {
    reason: 'capstone cannot judge it: the address size decides which register is used, and is not printed',
    bits: [32],
    codes: 'Loopne_rel8_32_CX Loope_rel8_32_CX Loop_rel8_32_CX Monitorw Vmrunw Vmloadw Vmsavew Invlpgaw Monitorxw Clzerow',
  },
  {
    reason: 'capstone cannot judge it: the mandatory rep is printed by some, left out by others',
    bits: [32],
    codes: 'Xsha1_16 Xsha256_16 Xstore_16 Xcryptecb_16 Xcryptcbc_16 Xcryptctr_16 Xcryptcfb_16 Xcryptofb_16',
  },
  {
    reason: 'capstone cannot judge it: the operand size decides how far the stack moves, and is not printed',
    bits: [32],
    codes: 'Pushw_ES Popw_ES Pushw_CS Pushw_SS Popw_SS Pushw_DS Popw_DS',
  },
  {
    reason: 'capstone cannot read it',
    bits: [32],
    codes:
      'Enqcmds_r32_m512 Enqcmd_r32_m512 Pvalidatew Invlpgbw Ccs_hash_16 Ccs_encrypt_16 Via_undoc_F30FA6F0_16 Via_undoc_F30FA6F8_16 Xsha512_16 Xstore_alt_16 Xsha512_alt_16',
  },
  {
    reason: 'capstone prints other operands',
    bits: [32],
    codes: 'Clzerod Xbegin_rel16',
  },
  {
    reason: 'capstone prints vbroadcastf32x4',
    bits: [32],
    codes: 'EVEX_Vbroadcastf64x2_ymm_k1z_m128 EVEX_Vbroadcastf64x2_zmm_k1z_m128',
  },
  {
    reason: 'capstone prints vbroadcastf32x8',
    bits: [32],
    codes: 'EVEX_Vbroadcastf64x4_zmm_k1z_m256',
  },
  {
    reason: 'capstone prints vbroadcasti32x4',
    bits: [32],
    codes: 'EVEX_Vbroadcasti64x2_ymm_k1z_m128 EVEX_Vbroadcasti64x2_zmm_k1z_m128',
  },
  {
    reason: 'capstone prints vbroadcasti32x8',
    bits: [32],
    codes: 'EVEX_Vbroadcasti64x4_zmm_k1z_m256',
  },
  {
    reason: 'capstone prints vextractf32x4',
    bits: [32],
    codes: 'EVEX_Vextractf64x2_xmmm128_k1z_ymm_imm8 EVEX_Vextractf64x2_xmmm128_k1z_zmm_imm8',
  },
  {
    reason: 'capstone prints vextractf32x8',
    bits: [32],
    codes: 'EVEX_Vextractf64x4_ymmm256_k1z_zmm_imm8',
  },
  {
    reason: 'capstone prints vextracti32x4',
    bits: [32],
    codes: 'EVEX_Vextracti64x2_xmmm128_k1z_ymm_imm8 EVEX_Vextracti64x2_xmmm128_k1z_zmm_imm8',
  },
  {
    reason: 'capstone prints vextracti32x8',
    bits: [32],
    codes: 'EVEX_Vextracti64x4_ymmm256_k1z_zmm_imm8',
  },
  {
    reason: 'capstone prints vinsertf32x4',
    bits: [32],
    codes: 'EVEX_Vinsertf64x2_ymm_k1z_ymm_xmmm128_imm8 EVEX_Vinsertf64x2_zmm_k1z_zmm_xmmm128_imm8',
  },
  {
    reason: 'capstone prints vinsertf32x8',
    bits: [32],
    codes: 'EVEX_Vinsertf64x4_zmm_k1z_zmm_ymmm256_imm8',
  },
  {
    reason: 'capstone prints vinserti32x4',
    bits: [32],
    codes: 'EVEX_Vinserti64x2_ymm_k1z_ymm_xmmm128_imm8 EVEX_Vinserti64x2_zmm_k1z_zmm_xmmm128_imm8',
  },
  {
    reason: 'capstone prints vinserti32x8',
    bits: [32],
    codes: 'EVEX_Vinserti64x4_zmm_k1z_zmm_ymmm256_imm8',
  },
  {
    reason: 'capstone prints vmovdqa32',
    bits: [32],
    codes:
      'EVEX_Vmovdqa64_xmm_k1z_xmmm128 EVEX_Vmovdqa64_ymm_k1z_ymmm256 EVEX_Vmovdqa64_zmm_k1z_zmmm512 EVEX_Vmovdqa64_xmmm128_k1z_xmm EVEX_Vmovdqa64_ymmm256_k1z_ymm EVEX_Vmovdqa64_zmmm512_k1z_zmm',
  },
  {
    reason: 'capstone prints vmovdqu32',
    bits: [32],
    codes:
      'EVEX_Vmovdqu64_xmm_k1z_xmmm128 EVEX_Vmovdqu64_ymm_k1z_ymmm256 EVEX_Vmovdqu64_zmm_k1z_zmmm512 EVEX_Vmovdqu64_xmmm128_k1z_xmm EVEX_Vmovdqu64_ymmm256_k1z_ymm EVEX_Vmovdqu64_zmmm512_k1z_zmm',
  },
  {
    reason: 'capstone prints vshuff32x4',
    bits: [32],
    codes: 'EVEX_Vshuff64x2_ymm_k1z_ymm_ymmm256b64_imm8 EVEX_Vshuff64x2_zmm_k1z_zmm_zmmm512b64_imm8',
  },
  {
    reason: 'capstone prints vshufi32x4',
    bits: [32],
    codes: 'EVEX_Vshufi64x2_ymm_k1z_ymm_ymmm256b64_imm8 EVEX_Vshufi64x2_zmm_k1z_zmm_zmmm512b64_imm8',
  },
  {
    reason: 'iced cannot encode the drawn operands',
    bits: [32],
    codes:
      'Loopne_rel8_16_CX Loope_rel8_16_CX Loop_rel8_16_CX Jcxz_rel8_16 Jmpe_disp16 Movdir64b_r16_m512 Enqcmds_r16_m512 Enqcmd_r16_m512',
  },
  {
    reason: 'iced reads it only with options for old processors',
    bits: [32],
    codes:
      'Popw_CS Frstpm Fstdw_AX Fstsg_AX Jmpe_rm16 Jmpe_rm32 Storeall Cl1invmb Umov_r16_rm16 Umov_r32_rm32 Montmul_16 Xbts_r16_rm16 Xbts_r32_rm32 Ibts_rm16_r16 Ibts_rm32_r32 Cmpxchg486_rm8_r8 Cmpxchg486_rm16_r16 Cmpxchg486_rm32_r32 Jmpe_disp32 D3NOW_Pfrcpv_mm_mmm64 D3NOW_Pfrsqrtv_mm_mmm64 Fnstdw_AX Fnstsg_AX Rdshr_rm32 Wrshr_rm32 Smint Dmint Rdm Svldt_m80 Rsldt_m80 Svts_m80 Rsts_m80 Smint_0F7E Bb0_reset Bb1_reset Cpu_write Cpu_read Altinst Paveb_mm_mmm64 Cyrix_D9D7 Cyrix_D9E2 Ftstp Cyrix_D9E7 Frint2 Frichop Cyrix_DED8 Cyrix_DEDA Cyrix_DEDC Cyrix_DEDD Cyrix_DEDE Frinear',
  },
  {
    reason: 'not drawn: operand kind farbr2 is not known',
    bits: [32],
    codes: 'Call_ptr1616 Jmp_ptr1616',
  },
  {
    reason: 'not drawn: operand kind farbr4 is not known',
    bits: [32],
    codes: 'Call_ptr1632 Jmp_ptr1632',
  },
  {
    reason: 'not drawn: operand kind tr is not known',
    bits: [32],
    codes: 'Mov_r32_tr Mov_tr_r32',
  },
  {
    reason: 'capstone cannot judge it: 66 90 and 48 90 are the xchg of a register with itself, or nop',
    bits: [64],
    codes: 'Nopq Xchg_r64_RAX',
  },
  {
    reason: 'capstone cannot judge it: MPX: withdrawn by Intel, and read as nop by others',
    bits: [64],
    codes: 'Bndmov_bnd_bndm128 Bndcl_bnd_rm64 Bndcu_bnd_rm64 Bndmov_bndm128_bnd Bndmk_bnd_m64 Bndcn_bnd_rm64',
  },
  {
    reason: 'capstone cannot judge it: far pointers are printed without their size',
    bits: [64],
    codes: 'Call_m1664 Jmp_m1664',
  },
  {
    reason: 'capstone cannot judge it: others read operands after the opcode',
    bits: [64],
    codes: 'Ud1_r64_rm64 Ud0_r64_rm64',
  },
  {
    reason:
      'capstone cannot judge it: reserved nops have two operands, of which one is printed, and newer instructions among them are not known',
    bits: [64],
    codes: 'Reservednop_rm64_r64_0F18 Reservednop_rm64_r64_0F19 Reservednop_rm64_r64_0F1F',
  },
  {
    reason: 'capstone cannot judge it: the address size decides which register is used, and is not printed',
    bits: [64],
    codes: 'Loopne_rel8_64_ECX Loope_rel8_64_ECX Loop_rel8_64_ECX Monitord Vmrund Vmloadd Vmsaved Invlpgad Monitorxd Clzerod',
  },
  {
    reason: 'capstone cannot judge it: the mandatory rep is printed by some, left out by others',
    bits: [64],
    codes: 'Xsha1_64 Xsha256_64 Xstore_64 Xcryptecb_64 Xcryptcbc_64 Xcryptctr_64 Xcryptcfb_64 Xcryptofb_64',
  },
  {
    reason: 'capstone cannot read it',
    bits: [64],
    codes:
      'Movsxd_r32_rm32 Reservednop_rm64_r64_0F0D Reservednop_rm64_r64_0F1A Reservednop_rm64_r64_0F1B Reservednop_rm64_r64_0F1C Reservednop_rm64_r64_0F1D Reservednop_rm64_r64_0F1E VEX_Vpinsrw_xmm_xmm_r64m16_imm8 VEX_Vpextrw_r64_xmm_imm8 Enqcmds_r64_m512 Enqcmd_r64_m512 VEX_Vpextrb_r64m8_xmm_imm8 VEX_Vpextrw_r64m16_xmm_imm8 VEX_Vpinsrb_xmm_xmm_r64m8_imm8 VEX_Vpcmpestrm64_xmm_xmmm128_imm8 VEX_Vpcmpestri64_xmm_xmmm128_imm8 Rmpadjust Rmpupdate Psmash Pvalidateq Invlpgbq VEX_Ldtilecfg_m512 VEX_Tilerelease VEX_Sttilecfg_m512 VEX_Tilezero_tmm VEX_Tileloaddt1_tmm_sibmem VEX_Tilestored_sibmem_tmm VEX_Tileloadd_tmm_sibmem VEX_Tdpbf16ps_tmm_tmm_tmm VEX_Tdpbuud_tmm_tmm_tmm VEX_Tdpbusd_tmm_tmm_tmm VEX_Tdpbsud_tmm_tmm_tmm VEX_Tdpbssd_tmm_tmm_tmm Seamret Seamops Uiret Testui Senduipi_r64 Ccs_hash_64 Ccs_encrypt_64 Lkgs_rm16 Lkgs_r32m16 Lkgs_r64m16 EVEX_Vcvtsh2si_r64_xmmm16_er EVEX_Vcvtsh2usi_r64_xmmm16_er EVEX_Vcvtsi2sh_xmm_xmm_rm64_er EVEX_Vcvttsh2si_r64_xmmm16_sae EVEX_Vcvttsh2usi_r64_xmmm16_sae EVEX_Vcvtusi2sh_xmm_xmm_rm64_er EVEX_Vmovw_xmm_r64m16 EVEX_Vmovw_r64m16_xmm Via_undoc_F30FA6F0_64 Via_undoc_F30FA6F8_64 Xsha512_64 Xstore_alt_64 Xsha512_alt_64 Wrmsrlist Rdmsrlist Rmpquery Aadd_m64_r64 Aand_m64_r64 Axor_m64_r64 Aor_m64_r64 VEX_Tdpfp16ps_tmm_tmm_tmm VEX_Cmpoxadd_m32_r32_r32 VEX_Cmpoxadd_m64_r64_r64 VEX_Cmpnoxadd_m32_r32_r32 VEX_Cmpnoxadd_m64_r64_r64 VEX_Cmpbxadd_m32_r32_r32 VEX_Cmpbxadd_m64_r64_r64 VEX_Cmpnbxadd_m32_r32_r32 VEX_Cmpnbxadd_m64_r64_r64 VEX_Cmpzxadd_m32_r32_r32 VEX_Cmpzxadd_m64_r64_r64 VEX_Cmpnzxadd_m32_r32_r32 VEX_Cmpnzxadd_m64_r64_r64 VEX_Cmpbexadd_m32_r32_r32 VEX_Cmpbexadd_m64_r64_r64 VEX_Cmpnbexadd_m32_r32_r32 VEX_Cmpnbexadd_m64_r64_r64 VEX_Cmpsxadd_m32_r32_r32 VEX_Cmpsxadd_m64_r64_r64 VEX_Cmpnsxadd_m32_r32_r32 VEX_Cmpnsxadd_m64_r64_r64 VEX_Cmppxadd_m32_r32_r32 VEX_Cmppxadd_m64_r64_r64 VEX_Cmpnpxadd_m32_r32_r32 VEX_Cmpnpxadd_m64_r64_r64 VEX_Cmplxadd_m32_r32_r32 VEX_Cmplxadd_m64_r64_r64 VEX_Cmpnlxadd_m32_r32_r32 VEX_Cmpnlxadd_m64_r64_r64 VEX_Cmplexadd_m32_r32_r32 VEX_Cmplexadd_m64_r64_r64 VEX_Cmpnlexadd_m32_r32_r32 VEX_Cmpnlexadd_m64_r64_r64 VEX_Tcmmrlfp16ps_tmm_tmm_tmm VEX_Tcmmimfp16ps_tmm_tmm_tmm Pbndkb',
  },
  {
    reason: 'capstone prints clac',
    bits: [64],
    codes: 'Eretu Erets',
  },
  {
    reason: 'capstone prints encls',
    bits: [64],
    codes: 'Seamcall',
  },
  {
    reason: 'capstone prints getsec',
    bits: [64],
    codes: 'Getsecq',
  },
  {
    reason: 'capstone prints other operands',
    bits: [64],
    codes: 'Movsxd_r16_rm16 Mov_Sreg_r64m16 Clzeroq Lar_r64_r64m16 Lsl_r64_r64m16 EVEX_Vmovq_rm64_xmm XOP_Bextr_r64_rm64_imm32',
  },
  {
    reason: 'capstone prints pcmpestri',
    bits: [64],
    codes: 'Pcmpestri64_xmm_xmmm128_imm8',
  },
  {
    reason: 'capstone prints pcmpestrm',
    bits: [64],
    codes: 'Pcmpestrm64_xmm_xmmm128_imm8',
  },
  {
    reason: 'capstone prints rdpkru',
    bits: [64],
    codes: 'Clui',
  },
  {
    reason: 'capstone prints retfq',
    bits: [64],
    codes: 'Retfq_imm16 Retfq',
  },
  {
    reason: 'capstone prints wrpkru',
    bits: [64],
    codes: 'Stui',
  },
  {
    reason: 'iced cannot encode the drawn operands',
    bits: [64],
    codes:
      'Loopne_rel8_16_RCX Loope_rel8_16_RCX Loop_rel8_16_RCX Jrcxz_rel8_16 Movdir64b_r32_m512 Movdir64b_r64_m512 Enqcmds_r32_m512 Enqcmd_r32_m512 XOP_Lwpins_r32_rm32_imm32 XOP_Lwpins_r64_rm32_imm32 XOP_Lwpval_r32_rm32_imm32 XOP_Lwpval_r64_rm32_imm32',
  },
  {
    reason: 'iced reads it only with options for old processors',
    bits: [64],
    codes:
      'Montmul_64 VEX_KNC_Jkzd_kr_rel8_64 VEX_KNC_Jknzd_kr_rel8_64 VEX_KNC_Vprefetchnta_m8 VEX_KNC_Vprefetch0_m8 VEX_KNC_Vprefetch1_m8 VEX_KNC_Vprefetch2_m8 VEX_KNC_Vprefetchenta_m8 VEX_KNC_Vprefetche0_m8 VEX_KNC_Vprefetche1_m8 VEX_KNC_Vprefetche2_m8 VEX_KNC_Kand_kr_kr VEX_KNC_Kandn_kr_kr VEX_KNC_Kandnr_kr_kr VEX_KNC_Kor_kr_kr VEX_KNC_Kxnor_kr_kr VEX_KNC_Kxor_kr_kr VEX_KNC_Kmerge2l1h_kr_kr VEX_KNC_Kmerge2l1l_kr_kr VEX_KNC_Jkzd_kr_rel32_64 VEX_KNC_Jknzd_kr_rel32_64 VEX_KNC_Kconcath_r64_kr_kr VEX_KNC_Kconcatl_r64_kr_kr VEX_KNC_Delay_r32 VEX_KNC_Delay_r64 VEX_KNC_Spflt_r32 VEX_KNC_Spflt_r64 VEX_KNC_Clevict1_m8 VEX_KNC_Clevict0_m8 VEX_KNC_Popcnt_r32_r32 VEX_KNC_Popcnt_r64_r64 VEX_KNC_Tzcnt_r32_r32 VEX_KNC_Tzcnt_r64_r64 VEX_KNC_Tzcnti_r32_r32 VEX_KNC_Tzcnti_r64_r64 VEX_KNC_Lzcnt_r32_r32 VEX_KNC_Lzcnt_r64_r64 VEX_KNC_Undoc_r32_rm32_128_F3_0F38_W0_F0 VEX_KNC_Undoc_r64_rm64_128_F3_0F38_W1_F0 VEX_KNC_Undoc_r32_rm32_128_F2_0F38_W0_F0 VEX_KNC_Undoc_r64_rm64_128_F2_0F38_W1_F0 VEX_KNC_Undoc_r32_rm32_128_F2_0F38_W0_F1 VEX_KNC_Undoc_r64_rm64_128_F2_0F38_W1_F1 VEX_KNC_Kextract_kr_r64_imm8',
  },
]
